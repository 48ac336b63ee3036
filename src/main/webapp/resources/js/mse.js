/**
 * Plays fragmented MP4 that arrives live: stays at its end and forgets what was seen. How close to the end is found out:
 * each time the player runs dry it keeps a little more for later, and slowly less while all goes well. Times in seconds.
 */
const TOO_FAR_BEHIND = 1;
const SMALLEST_CUSHION = 0.08;
const LARGEST_CUSHION = 0.5;
const MORE_CUSHION = 0.04;
const LESS_CUSHION = 0.0001;
const TOLERANCE = 0.04;
const FASTEST = 1.25;
const KEPT = 8;
const FORGET_AT = 20;
const LONGEST_QUEUE = 250;

export class LiveVideo {
  #video;
  #source = new MediaSource();
  #buffer = null;
  #queue = [];
  #cushion = SMALLEST_CUSHION;
  #begun = false;
  #url;
  #failed;

  static plays(mime) {
    return "MediaSource" in window && MediaSource.isTypeSupported(mime);
  }

  /** @param failed called once when the stream cannot go on */
  constructor(video, mime, failed) {
    this.#video = video;
    this.#failed = failed;
    this.#url = URL.createObjectURL(this.#source);
    this.#source.addEventListener("sourceopen", () => this.#start(mime), { once: true });
    video.onerror = () => this.#fail();
    video.onwaiting = () => this.#ranDry();
    video.src = this.#url;
  }

  append(fragment) {
    this.#queue.push(fragment);
    if (this.#queue.length > LONGEST_QUEUE) this.#fail();
    else this.#pump();
  }

  close() {
    this.#failed = null;
    this.#buffer = null;
    this.#queue = [];
    this.#video.onerror = this.#video.onwaiting = null;
    this.#video.playbackRate = 1;
    this.#video.removeAttribute("src");
    this.#video.load();
    URL.revokeObjectURL(this.#url);
  }

  #start(mime) {
    if (!this.#failed) return;
    try {
      this.#buffer = this.#source.addSourceBuffer(mime);
    } catch {
      this.#fail();
      return;
    }
    this.#buffer.addEventListener("updateend", () => {
      if (!this.#isOpen) return;
      this.#follow();
      this.#pump();
    });
    this.#buffer.addEventListener("error", () => this.#fail());
    this.#pump();
  }

  /** A buffer whose source was closed, by us or by a failed picture, throws at every question; its last events still come. */
  get #isOpen() {
    return this.#buffer !== null && this.#source.readyState === "open";
  }

  #pump() {
    const buffer = this.#buffer;
    if (!this.#isOpen || buffer.updating) return;
    try {
      if (this.#forget()) return;
      if (this.#queue.length > 0) buffer.appendBuffer(joined(this.#queue.splice(0)));
    } catch {
      this.#fail();
    }
  }

  #forget() {
    const { buffered } = this.#buffer;
    const seen = this.#video.currentTime - KEPT;
    if (buffered.length === 0 || seen - buffered.start(0) < FORGET_AT - KEPT) return false;
    this.#buffer.remove(buffered.start(0), seen);
    return true;
  }

  #follow() {
    const { buffered } = this.#buffer;
    if (buffered.length === 0) return;
    const start = buffered.start(buffered.length - 1);
    const end = buffered.end(buffered.length - 1);
    const behind = end - this.#video.currentTime;
    if (!this.#begun || behind > TOO_FAR_BEHIND || this.#video.currentTime < start) {
      this.#begun = true;
      this.#video.currentTime = Math.max(start, end - this.#cushion);
    }
    const late = behind - this.#cushion - TOLERANCE;
    this.#video.playbackRate = late > 0 && behind <= TOO_FAR_BEHIND ? Math.min(FASTEST, 1.02 + late) : 1;
    this.#cushion = Math.max(SMALLEST_CUSHION, this.#cushion - LESS_CUSHION);
    if (this.#video.paused) this.#video.play().catch(() => {});
  }

  #ranDry() {
    if (this.#begun && !this.#video.seeking) this.#cushion = Math.min(LARGEST_CUSHION, this.#cushion + MORE_CUSHION);
  }

  #fail() {
    const failed = this.#failed;
    this.#failed = null;
    failed?.();
  }
}

function joined(fragments) {
  if (fragments.length === 1) return fragments[0];
  const all = new Uint8Array(fragments.reduce((sum, fragment) => sum + fragment.byteLength, 0));
  let at = 0;
  for (const fragment of fragments) {
    all.set(new Uint8Array(fragment), at);
    at += fragment.byteLength;
  }
  return all;
}
