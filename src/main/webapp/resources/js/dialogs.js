/**
 * After a dialog the focus is where it was before. PrimeFaces does that for a button that opens its dialog at once; one that asks the
 * server first is disabled meanwhile and loses it.
 */
const PRIMEFACES_DOES_IT_WITHIN = 150;
const OPEN = ".ui-dialog[aria-hidden=false]";
let opener = null;

function isLost() {
  return document.activeElement === document.body || document.activeElement?.closest("[aria-hidden=true]");
}

function goBack() {
  if (document.querySelector(OPEN) || !isLost()) return;
  const drawnAnew = opener?.id ? document.getElementById(opener.id) : null;
  (opener?.isConnected ? opener : drawnAnew)?.focus({ preventScroll: true });
}

if (document.querySelector(".ui-dialog")) {
  document.addEventListener("focusin", ({ target }) => {
    if (!target.closest(".ui-dialog")) opener = target;
  });
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.matches(".ui-dialog[aria-hidden=true]"))) {
      setTimeout(goBack, PRIMEFACES_DOES_IT_WITHIN);
    }
  }).observe(document.body, { subtree: true, attributeFilter: ["aria-hidden"] });
}
