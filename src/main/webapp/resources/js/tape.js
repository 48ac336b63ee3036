/** A recording's tape while it grows: what is kept, and the notches of what is missing. */
export function showTape(tape, recording, planned) {
  if (!tape || planned <= 0) return;
  const width = (seconds) => Math.max(0, Math.min(1000, (1000 * seconds) / planned)).toFixed(1);
  tape.querySelector(".done")?.setAttribute("width", width(recording.elapsed_seconds));
  tape.querySelectorAll(".gap, .hole").forEach((notch) => notch.remove());
  for (const gap of recording.gaps ?? []) {
    for (const [kind, y, height] of [["bg hole", 0, 10], ["gap", 5, 5]]) {
      const notch = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      notch.setAttribute("class", kind);
      notch.setAttribute("x", width(gap.start_seconds));
      notch.setAttribute("y", y);
      notch.setAttribute("height", height);
      notch.setAttribute("width", Math.max(4, width(gap.seconds)));
      tape.append(notch);
    }
  }
}
