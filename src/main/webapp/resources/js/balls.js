/** Puts the moments' balls where they belong on a tape: data-share is percent of its length. */
function place(root) {
  root.querySelectorAll?.("[data-share]").forEach((ball) => (ball.style.left = `${ball.dataset.share}%`));
}

place(document);
if (document.querySelector("[data-court-page]")) {
  new MutationObserver(() => place(document)).observe(document.body, { childList: true, subtree: true });
}
