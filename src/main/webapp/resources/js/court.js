/**
 * One court's page. What is left moves in place each second; when a state or a moment changes, the page's own refresh (a
 * p:remoteCommand, so with the visitor's own permission) draws the panel anew. The picture is never touched.
 */
import * as figures from "./figures.js";
import { showTape } from "./tape.js";
import { onUpdate } from "./updates.js";

const page = document.querySelector("[data-court-page]");
const CHANGES = new Set([
  "recording_started",
  "recording_stopped",
  "session_opened",
  "session_closed",
  "camera_state",
  "markers_changed",
  "error",
  "connected",
  "reconnected",
]);
/** While somebody types or chooses a length, nothing is drawn under their fingers, but as soon as they leave. */
const BUSY = "input:focus, .ui-selectonebutton :focus";
/** In milliseconds: longer than a click, and than what is typed waits to be sent. */
const AFTERWARDS = 500;
let pending = null;
let missed = false;

function refresh() {
  pending ??= setTimeout(() => {
    pending = null;
    if (!isBusy()) window.refreshCourt();
  }, 120);
}

function isBusy() {
  missed = !!page.querySelector(BUSY);
  return missed;
}

/** Asked when the refresh is here: what was chosen meanwhile still waits to be sent, and would be drawn over. */
function isBehind() {
  if (PrimeFaces.ajax.Queue.requests.length === 1) return isBusy();
  refresh();
  return true;
}

function concerns({ court_id, terrain_id }) {
  const court = court_id ?? terrain_id;
  return !court || court === page.dataset.courtPage;
}

function set(name, text) {
  page.querySelectorAll(`.ph-panel [data-figure="${name}"]`).forEach((element) => {
    if (element.textContent !== text) element.textContent = text;
  });
}

function showRecording(recording) {
  const panel = page.querySelector("[data-running]");
  if (recording.court_id !== page.dataset.courtPage || panel?.dataset.running !== recording.id) return;
  const state = recording.state.toUpperCase();
  const planned = recording.planned_seconds;
  if (panel.dataset.state !== state || Number(panel.dataset.planned) !== planned) refresh();
  const left = recording.remaining_seconds ?? 0;
  set("left", figures.length(left));
  set("elapsed", figures.length(recording.elapsed_seconds));
  set("size", figures.size(recording.bytes ?? 0));
  if (recording.bits_per_second != null) set("rate", figures.rate(recording.bits_per_second));
  const part = planned > 0 ? Math.min(100, (100 * left) / planned) : 0;
  panel.querySelector(".ph-ring .v").setAttribute("stroke-dasharray", `${part.toFixed(1)} 100`);
  showTape(panel.querySelector(".cs-tape"), recording, planned);
}

if (page) {
  window.courtIsBehind = isBehind;
  page.addEventListener("focusout", () => setTimeout(() => missed && refresh(), AFTERWARDS));
  onUpdate((event, data) => {
    if (event === "recording_status_update") [data].flat().forEach(showRecording);
    else if (CHANGES.has(event) && concerns(data ?? {})) refresh();
  });
}

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
