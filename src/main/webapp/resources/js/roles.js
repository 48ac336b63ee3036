/** What PrimeFaces' widgets leave unsaid to a screen reader: which of several buttons is chosen, and where a menu begins. */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The radio button inside is only for sending; a control within a control would be announced twice. */
function sayWhatIsChosen(button) {
  set(button, "aria-checked", String(button.classList.contains("ui-state-active")));
  const sent = button.querySelector("input");
  if (sent) sent.hidden = true;
}

/** The list is the menu, not the box around it; its heading is its name. */
function sayWhatIsAMenu(list) {
  list.parentElement.removeAttribute("role");
  set(list, "role", "menu");
  for (const item of list.children) {
    set(item, "role", "none");
    if (!item.matches(".ui-widget-header")) continue;
    set(list, "aria-label", item.textContent.trim());
    set(item, "aria-hidden", "true");
  }
}

function say() {
  document.querySelectorAll(".ui-selectonebutton [role=radio]").forEach(sayWhatIsChosen);
  document.querySelectorAll(".ui-menu > .ui-menu-list").forEach(sayWhatIsAMenu);
}

say();
new MutationObserver(say).observe(document.body, { childList: true, subtree: true, attributeFilter: ["class"] });

/** On a phone the sections of administration stand in one line, longer than the screen: the present one is shown. */
document.querySelector(".cs-subnav [aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
