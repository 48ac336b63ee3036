/**
 * Whatever draws itself anew when something changes: data-on lists the events, data-refresh names the page's own
 * p:remoteCommand, which reads with the visitor's own permission.
 */
import { onUpdate } from "./updates.js";

const PAUSE = 300;
const ALWAYS = ["reconnected"];
const waiting = new Set();

if (document.querySelector("[data-refresh]")) {
  onUpdate((event) => {
    for (const { dataset } of document.querySelectorAll("[data-refresh]")) {
      const refresh = dataset.refresh;
      if (waiting.has(refresh) || ![...ALWAYS, ...dataset.on.split(" ")].includes(event)) continue;
      waiting.add(refresh);
      setTimeout(() => {
        waiting.delete(refresh);
        window[refresh]?.();
      }, PAUSE);
    }
  });
}
