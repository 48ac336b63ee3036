/**
 * The wall of courts. Figures of the recording of the shown angle move in place each second; when a state changes, the page's own
 * refresh (a p:remoteCommand, so with the visitor's own permission) draws status and buttons anew. Pictures are never
 * touched.
 */
import * as figures from "./figures.js";
import { showTape } from "./tape.js";
import { onUpdate } from "./updates.js";

const wall = document.querySelector("[data-wall]");
const CHANGES = new Set([
  "recording_started",
  "recording_stopped",
  "session_opened",
  "session_closed",
  "camera_state",
  "court_changed",
  "error",
  "connected",
  "reconnected",
]);
const NOTICED = new Set(["recording_started", "recording_stopped"]);
const MAIN_ANGLE = 1;
let pending = null;
let noticed = [];

function refresh(event, data) {
  if (NOTICED.has(event) && data.court_id && data.angle === MAIN_ANGLE) noticed.push(`${event}:${data.court_id}`);
  pending ??= setTimeout(() => {
    pending = null;
    window.refreshWall([{ name: "changes", value: noticed.splice(0).join(",") }]);
  }, 120);
}

function set(tile, name, text) {
  for (const element of tile.querySelectorAll(`[data-figure="${name}"]`)) {
    if (element.textContent !== text) element.textContent = text;
  }
}

function showRing(tile, left, planned) {
  const inMinutes = left > 60;
  set(tile, "left", inMinutes ? String(Math.ceil(left / 60)) : figures.length(left));
  for (const word of tile.querySelectorAll("[data-left-word]")) {
    word.hidden = word.dataset.leftWord !== (inMinutes ? "minutes" : "seconds");
  }
  const part = planned > 0 ? Math.min(100, (100 * left) / planned) : 0;
  tile.querySelector(".cs-ring .v")?.setAttribute("stroke-dasharray", `${part.toFixed(1)} 100`);
}

function showRecording(recording) {
  const tile = wall.querySelector(`[data-court="${recording.court_id}"]`);
  if (!tile) return;
  const known = [...tile.querySelectorAll("[data-recording]")].filter((part) => part.dataset.recording === recording.id);
  if (!known.some((part) => part.dataset.state === recording.state)) refresh("recording_status_update", recording);
  if (!known.some((part) => part.matches(".cs-overlay"))) return;
  const elapsed = recording.elapsed_seconds ?? 0;
  const left = recording.remaining_seconds ?? 0;
  const planned = recording.planned_seconds ?? elapsed + left;
  set(tile, "elapsed", figures.length(elapsed));
  set(tile, "size", figures.size(recording.bytes ?? 0));
  if (recording.bits_per_second != null) set(tile, "rate", figures.rate(recording.bits_per_second));
  showRing(tile, left, planned);
  showTape(tile.querySelector(".cs-tape"), recording, planned);
}

/** At once; what else was changed comes with the refresh. */
function showName({ court_id, name }) {
  const shown = wall.querySelector(`[data-court="${court_id}"] .cs-court__link`);
  if (shown && name) shown.textContent = name;
}

if (wall) {
  /** Names change in place; a court that came, went or moved needs its own picture, so another page. */
  window.wallDrawn = ({ courts }) => {
    const shown = [...wall.querySelectorAll("[data-court]")].map((tile) => tile.dataset.court).join();
    if (courts !== shown) location.reload();
  };
  onUpdate((event, data) => {
    if (event === "court_changed") showName(data);
    if (event === "recording_status_update") [data].flat().forEach(showRecording);
    else if (CHANGES.has(event)) refresh(event, data ?? {});
  });
}
