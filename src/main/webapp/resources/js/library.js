/** The library draws itself anew when a recording begins or ends, without losing the search or the page one is on. */
import { onUpdate } from "./updates.js";

const CHANGES = new Set([
  "recording_started",
  "recording_stopped",
  "video_added",
  "video_changed",
  "video_deleted",
  "video_shared",
  "video_unshared",
  "connected",
  "reconnected",
]);
let pending = null;

if (document.querySelector("[data-library]")) {
  onUpdate((event) => {
    if (!CHANGES.has(event)) return;
    pending ??= setTimeout(() => {
      pending = null;
      window.refreshLibrary();
    }, 400);
  });
}

/** On a small screen what narrows the search down is folded away. */
document.querySelector("[data-fold]")?.addEventListener("click", ({ currentTarget }) => {
  const open = currentTarget.getAttribute("aria-expanded") !== "true";
  currentTarget.setAttribute("aria-expanded", open);
  document.getElementById(currentTarget.dataset.fold).classList.toggle("is-open", open);
});

/** The search stays in the address, so that coming back from a video finds it again. */
document.querySelector("[data-library] [type=search]")?.addEventListener("input", ({ target }) => {
  const address = new URL(location.href);
  if (target.value) address.searchParams.set("q", target.value);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
});
