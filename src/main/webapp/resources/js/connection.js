/** Every page tells that Courtside is away: as soon as it is, and when somebody presses something meanwhile. */
import { onUpdate, showLost } from "./updates.js";

const NO_ANSWER = 0;

if (document.querySelector("[data-connection]")) {
  onUpdate(() => {});
  window.jQuery?.(document).on("pfAjaxError", (event, request) => request.status === NO_ANSWER && showLost(true));
  window.jQuery?.(document).on("pfAjaxSuccess", () => showLost(false));
}
