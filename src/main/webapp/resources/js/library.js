/** The library draws itself anew when a recording begins or ends, without losing the search or the page one is on. */
import { onUpdate } from "./updates.js";

const CHANGES = new Set(["recording_started", "recording_stopped", "video_changed", "reconnected"]);
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
