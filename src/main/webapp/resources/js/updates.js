/**
 * What changes on the server, as it changes: one WebSocket for the page, opened by the first that listens. Events arrive as
 * {event, data}. While the connection is lost the page's banner says so; when it is back, "reconnected" is told, because
 * anything may have changed meanwhile; and "connected" the first time, because the page was drawn before.
 */
import { Socket } from "./socket.js";

const SIGN_IN_FIRST = 1008;
const PATIENCE = 1_500;
const listeners = [];
let socket = null;
let lostTimer = null;
let joinedBefore = false;

function tell(event, data) {
  listeners.forEach((listener) => listener(event, data));
}

/** In the banner of the page, where there is one. */
export function showLost(lost) {
  const banner = document.querySelector("[data-connection]");
  if (banner) banner.hidden = !lost;
}

function joined() {
  clearTimeout(lostTimer);
  lostTimer = null;
  showLost(false);
  socket.send(JSON.stringify({ event: "join_recording_updates" }));
  tell(joinedBefore ? "reconnected" : "connected", {});
  joinedBefore = true;
}

/** @param listener gets (event, data) */
export function onUpdate(listener) {
  listeners.push(listener);
  if (socket) return;
  socket = new Socket(`${document.documentElement.dataset.context ?? ""}/ws/updates`, {
    open: joined,
    text: (text) => {
      const { event, data } = JSON.parse(text);
      tell(event, data);
    },
    lost: (code) => {
      if (code === SIGN_IN_FIRST) location.reload();
      lostTimer ??= setTimeout(() => showLost(true), PATIENCE);
    },
  });
  socket.open();
  addEventListener("pagehide", () => socket.close());
  addEventListener("pageshow", (event) => event.persisted && socket.open());
}
