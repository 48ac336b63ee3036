/** Buttons that copy a text: data-copy is the text, data-copied what the button says for a moment. */
const SAID_FOR = 2_000;

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await copy(button.dataset.copy);
  const label = button.querySelector(".ui-button-text");
  const said = label.textContent;
  if (said === button.dataset.copied) return;
  label.textContent = button.dataset.copied;
  setTimeout(() => (label.textContent = said), SAID_FOR);
});
