/** The player of a video's page: own controls around <video>, by pointer and keyboard. Times in seconds. */
import * as figures from "./figures.js";
import { Strip } from "./strip.js";
import { onUpdate } from "./updates.js";

const STEP = 5;
const FRAME = 1 / 25;
const SPEEDS = [1, 1.5, 2, 0.5];
/** Main profile, level 4.0: what cameras send (ISO/IEC 14496-15, annex E). */
const HEVC = 'video/mp4; codecs="hvc1.1.6.L120.90"';

class Player {
  #box;
  #video;
  #line;
  #planned;
  #peeking;
  #strip;

  constructor(box) {
    this.#box = box;
    this.#video = box.querySelector("video");
    this.#line = box.querySelector("[role=slider]");
    this.#planned = Number(box.dataset.seconds) || 0;
    this.#peeking = box.querySelector("[data-peek]");
    this.#strip = Strip.of(box);
    const on = (name, events, action) =>
      events.split(" ").forEach((event) => this.#part(name)?.addEventListener(event, action));
    on("play", "click", () => this.#toggle());
    on("mute", "click", () => (this.#video.muted = !this.#video.muted));
    on("speed", "click", () => this.#setSpeed(SPEEDS[(SPEEDS.indexOf(this.#video.playbackRate) + 1) % SPEEDS.length]));
    on("full", "click", () => this.#toggleFull());
    on("mark", "click", () => this.#mark());
    on("captions", "click", () => this.#toggleCaptions());
    this.#video.addEventListener("click", () => this.#toggle());
    for (const event of ["timeupdate", "seeking", "durationchange", "progress", "loadedmetadata"]) {
      this.#video.addEventListener(event, () => this.#showPosition());
    }
    for (const event of ["play", "pause", "volumechange", "ended"]) {
      this.#video.addEventListener(event, () => this.#showState());
    }
    this.#video.addEventListener("error", () => this.#showUnplayable());
    this.#video.addEventListener("loadedmetadata", () => this.#video.videoWidth === 0 && this.#showUnplayable());
    this.#line.addEventListener("pointerdown", (event) => this.#drag(event));
    this.#line.addEventListener("pointermove", ({ clientX }) => this.#peek(clientX));
    for (const event of ["pointerleave", "pointercancel", "lostpointercapture"]) {
      this.#line.addEventListener(event, () => (this.#peeking.hidden = true));
    }
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("fullscreenchange", () => this.#showState());
    document.addEventListener("click", ({ target }) => {
      const moment = target.closest("[data-jump]");
      if (moment) this.#seek(Number(moment.dataset.jump));
    });
    new MutationObserver(() => this.#placeMoments()).observe(this.#line, { childList: true, subtree: true });
    this.#comeFromAnotherAngle();
    this.#showPosition();
    this.#showState();
    if (box.dataset.hevc === "true" && this.#video.canPlayType(HEVC) === "") this.#showUnplayable();
  }

  /** Another angle of the match goes on where this one is. */
  #offer(angle) {
    angle.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (angle.hasAttribute("aria-current")) return;
      const at = Math.max(0, this.#video.currentTime + Number(angle.dataset.angle));
      const way = new URLSearchParams({ t: at.toFixed(2), ...(this.#video.paused ? {} : { play: "" }) });
      location.replace(`${angle.href}#${way}`);
    });
  }

  #comeFromAnotherAngle() {
    document.querySelectorAll("[data-angle]").forEach((angle) => this.#offer(angle));
    const way = new URLSearchParams(location.hash.slice(1));
    if (!way.has("t")) return;
    history.replaceState(null, "", location.pathname + location.search);
    this.#video.currentTime = Number(way.get("t")) || 0;
    if (way.has("play")) this.#video.play().catch(() => {});
  }

  #part(name) {
    return this.#box.querySelector(`[data-do="${name}"]`);
  }

  get #length() {
    return Number.isFinite(this.#video.duration) && this.#video.duration > 0 ? this.#video.duration : this.#planned;
  }

  #toggle() {
    if (this.#video.paused) this.#video.play().catch(() => {});
    else this.#video.pause();
  }

  #setSpeed(speed) {
    this.#video.playbackRate = speed;
    this.#part("speed").textContent = `${speed.toLocaleString(document.documentElement.lang)}×`;
  }

  /** To the next faster or slower one, if there is one. */
  #shiftSpeed(by) {
    const order = [...SPEEDS].sort();
    const next = order[order.indexOf(this.#video.playbackRate) + by];
    if (next) this.#setSpeed(next);
  }

  /** This moment of the video. */
  #mark() {
    if (this.#part("mark")) window.markMoment([{ name: "at", value: this.#video.currentTime.toFixed(2) }]);
  }

  #placeMoments() {
    const length = this.#length;
    this.#line.querySelectorAll("[data-moment]").forEach((ball) => {
      ball.style.left = `${length > 0 ? Math.min(100, (100 * Number(ball.dataset.moment)) / length) : 0}%`;
    });
  }

  #toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (this.#box.requestFullscreen) this.#box.requestFullscreen();
    else this.#video.webkitEnterFullscreen?.();
  }

  #seek(seconds) {
    this.#video.currentTime = Math.max(0, Math.min(this.#length, seconds));
    this.#showPosition();
  }

  #drag(event) {
    const move = ({ clientX }) => {
      const { left, width } = this.#line.getBoundingClientRect();
      this.#seek(((clientX - left) / width) * this.#length);
    };
    this.#line.setPointerCapture(event.pointerId);
    this.#line.focus();
    move(event);
    this.#line.addEventListener("pointermove", move);
    this.#line.addEventListener("lostpointercapture", () => this.#line.removeEventListener("pointermove", move), {
      once: true,
    });
  }

  /** What is to be seen at the pointer, above the time line. */
  async #peek(clientX) {
    if (!this.#strip || this.#length <= 0) return;
    const { left, width } = this.#line.getBoundingClientRect();
    const part = Math.max(0, Math.min(1, (clientX - left) / width));
    const [picture, time] = this.#peeking.children;
    time.textContent = figures.length(part * this.#length);
    this.#peeking.hidden = false;
    try {
      picture.style.aspectRatio = await this.#strip.ratio();
      const half = this.#peeking.offsetWidth / 2;
      this.#peeking.style.left = `${Math.max(half, Math.min(width - half, part * width))}px`;
      await this.#strip.show(picture, part);
    } catch {
      this.#peeking.hidden = true;
    }
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], .ui-dialog")) return;
    if (event.key === " " && event.target.closest("button, a, [role=menuitem]")) return;
    const actions = {
      " ": () => this.#toggle(),
      k: () => this.#toggle(),
      ArrowLeft: () => this.#seek(this.#video.currentTime - STEP),
      ArrowRight: () => this.#seek(this.#video.currentTime + STEP),
      f: () => this.#toggleFull(),
      c: () => this.#toggleCaptions(),
      m: () => this.#mark(),
      s: () => (this.#video.muted = !this.#video.muted),
      ",": () => this.#seek(this.#video.currentTime - FRAME),
      ".": () => this.#seek(this.#video.currentTime + FRAME),
      "<": () => this.#shiftSpeed(-1),
      ">": () => this.#shiftSpeed(1),
    };
    const slider = {
      Home: () => this.#seek(0),
      End: () => this.#seek(this.#length),
      PageUp: () => this.#seek(this.#video.currentTime + 60),
      PageDown: () => this.#seek(this.#video.currentTime - 60),
    };
    const action = actions[event.key] ?? (event.target === this.#line ? slider[event.key] : null);
    if (!action) return;
    event.preventDefault();
    action();
  }

  #toggleCaptions() {
    const [captions] = this.#video.textTracks;
    if (!captions) return;
    captions.mode = captions.mode === "showing" ? "hidden" : "showing";
    this.#swap("captions", captions.mode !== "showing", "cc", "cc");
  }

  #showPosition() {
    const at = this.#video.currentTime;
    const part = this.#length > 0 ? Math.min(1, at / this.#length) : 0;
    const { buffered } = this.#video;
    const loaded = buffered.length > 0 && this.#length > 0 ? buffered.end(buffered.length - 1) / this.#length : 0;
    this.#line.querySelector(".done").setAttribute("width", (1000 * part).toFixed(1));
    this.#line.querySelector(".buf").setAttribute("width", (1000 * Math.min(1, loaded)).toFixed(1));
    this.#line.querySelector(".vp-head").style.left = `${(100 * part).toFixed(2)}%`;
    this.#placeMoments();
    this.#line.setAttribute("aria-valuemax", Math.round(this.#length));
    this.#line.setAttribute("aria-valuenow", Math.round(at));
    const text = this.#line.dataset.text.replace("{0}", figures.length(at)).replace("{1}", figures.length(this.#length));
    this.#line.setAttribute("aria-valuetext", text);
    this.#box.querySelector("[data-at]").textContent = figures.length(at);
    this.#box.querySelector("[data-length]").textContent = figures.length(this.#length);
  }

  #showState() {
    this.#swap("play", this.#video.paused, "play", "pause");
    this.#swap("mute", !this.#video.muted, "sound", "muted");
    this.#swap("full", !document.fullscreenElement, "full", "full");
    this.#box.classList.toggle("is-paused", this.#video.paused);
  }

  #swap(name, first, firstIcon, secondIcon) {
    const button = this.#part(name);
    const label = first ? button.dataset.first : button.dataset.second;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.querySelector(".ci").className = `ci ci-${first ? firstIcon : secondIcon}`;
  }

  #showUnplayable() {
    this.#box.querySelector("[data-unplayable]").hidden = false;
  }
}

document.querySelectorAll("[data-player]").forEach((box) => {
  new Player(box);
  if (box.dataset.guest === "true") return;
  onUpdate((event, data) => {
    const ours = [data?.id, data?.video_id].includes(box.dataset.player);
    if (event === "job_progress" && data.video_id === box.dataset.player) window.refreshJobs?.();
    if (event === "upload_progress" && data.video_id === box.dataset.player) window.refreshUploads?.();
    if (event === "markers_changed" && data.video_ids.includes(box.dataset.player)) window.refreshMoments();
    const changed = ours && (event === "video_changed" || event === "recording_stopped");
    if (changed || event === "connected" || event === "reconnected") window.refreshVideo();
  });
});
