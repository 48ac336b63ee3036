/**
 * Moving pictures of courts: every element with data-preview (a court's id, or with data-of="session" a session's) shows one of its cameras, the one that the
 * status beside it names (data-camera). H.264 plays through Media
 * Source Extensions; JPEG frames on a canvas where it cannot. The last picture stays, greyed, while there is no new one.
 * Nothing runs while the page is hidden or the element is out of sight.
 */
import { LiveVideo } from "./mse.js";
import { Socket } from "./socket.js";

/** Also: not this court. */
const SIGN_IN_FIRST = 1008;
const SILENCE = 6_000;
/** Close reason when the camera sends something that Media Source Extensions are not fed with. */
const NO_H264 = "unsupported_codec";

class LivePicture {
  #element;
  #canvas = document.createElement("canvas");
  #video = document.createElement("video");
  #socket;
  #live = null;
  #camera;
  #drawing = false;
  #seen = false;
  #heardAt = 0;

  constructor(element) {
    this.#element = element;
    Object.assign(this.#video, { muted: true, playsInline: true, autoplay: true, disableRemotePlayback: true });
    this.#video.tabIndex = -1;
    this.#video.addEventListener("timeupdate", () => this.#shows(this.#video));
    element.append(this.#canvas, this.#video);
    this.#canvas.hidden = this.#video.hidden = true;
    this.#camera = this.#status.camera;
    this.#socket = new Socket(this.#path(this.#status.format === "jpeg"), {
      text: (text) => this.#announced(JSON.parse(text)),
      binary: (data) => this.#received(data),
      lost: (code, reason) => this.#lost(code, reason),
    });
    setInterval(() => this.#listen(), 1_000);
  }

  /** Visible again, or no longer. */
  sees(visible) {
    this.#seen = visible;
    this.#decide();
  }

  pageChanged() {
    if (this.#status.camera !== this.#camera) this.#turnTo(this.#status);
    this.#decide();
  }

  /** What the tile says of its picture; drawn anew whenever it changes. */
  get #status() {
    return this.#element.parentElement.querySelector("[data-watch]")?.dataset ?? {};
  }

  get #allowed() {
    return this.#status.watch !== "false";
  }

  /** Another angle. The picture before stays, greyed, until the first one comes. */
  #turnTo({ camera, format }) {
    this.#camera = camera;
    this.#freeze();
    this.#element.dataset.moving = "false";
    this.#socket.move(this.#path(format === "jpeg"));
  }

  #decide() {
    if (this.#seen && !document.hidden && this.#allowed) {
      this.#socket.open();
    } else {
      this.#freeze();
      this.#socket.close();
    }
  }

  #path(jpeg) {
    const { preview, of } = this.#element.dataset;
    const path = `${document.documentElement.dataset.context ?? ""}/ws/preview/${of === "session" ? "" : "court/"}${preview}`;
    const query = new URLSearchParams(this.#camera ? { camera: this.#camera } : {});
    if (jpeg) Object.entries({ format: "jpeg", fps: "full" }).forEach(([name, value]) => query.set(name, value));
    return `${path}?${query}`;
  }

  #announced({ mime }) {
    this.#heardAt = Date.now();
    if (!mime || mime.startsWith("image/")) return;
    if (!LiveVideo.plays(mime)) {
      this.#socket.move(this.#path(true));
      return;
    }
    this.#freeze();
    this.#live = new LiveVideo(this.#video, mime, () => {
      this.#freeze();
      this.#socket.restart();
    });
  }

  #received(data) {
    this.#heardAt = Date.now();
    if (this.#live) this.#live.append(data);
    else if (isJpeg(data)) this.#draw(data);
  }

  /** Frames that come while one is being decoded are left out: what counts is the newest. */
  async #draw(data) {
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      const picture = await createImageBitmap(new Blob([data], { type: "image/jpeg" }));
      this.#paint(picture, picture.width, picture.height);
      picture.close();
      this.#shows(this.#canvas);
    } catch {
      // A damaged frame; the next one comes.
    } finally {
      this.#drawing = false;
    }
  }

  #paint(picture, width, height) {
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#canvas.getContext("2d").drawImage(picture, 0, 0);
  }

  #shows(picture) {
    if (picture === this.#video && !this.#live) return;
    this.#canvas.hidden = picture !== this.#canvas;
    this.#video.hidden = picture !== this.#video;
    this.#element.dataset.moving = "true";
  }

  /** Keeps the last picture of the video on the canvas before the video goes away. */
  #freeze() {
    if (!this.#live) return;
    if (this.#video.videoWidth > 0) {
      this.#paint(this.#video, this.#video.videoWidth, this.#video.videoHeight);
      this.#canvas.hidden = false;
    }
    this.#video.hidden = true;
    this.#live.close();
    this.#live = null;
  }

  #lost(code, reason) {
    this.#freeze();
    if (code === SIGN_IN_FIRST) this.#socket.close();
    else if (reason === NO_H264) this.#socket.move(this.#path(true));
    else this.#element.dataset.moving = "false";
  }

  #listen() {
    if (!this.#seen || document.hidden || Date.now() - this.#heardAt < SILENCE) return;
    this.#element.dataset.moving = "false";
  }
}

/** A second view of a picture that is already on the page, such as in a dialog: drawn from it, no second stream. */
class Mirror {
  #element;
  #canvas = document.createElement("canvas");

  constructor(element) {
    this.#element = element;
    element.append(this.#canvas);
    this.#draw();
  }

  #draw() {
    if (!this.#element.isConnected) return;
    const shown = document.querySelector(
      `[data-preview="${this.#element.dataset.mirror}"] > :is(video, canvas):not([hidden])`,
    );
    const width = shown?.videoWidth ?? shown?.width ?? 0;
    if (width > 0 && this.#element.offsetParent) {
      this.#canvas.width = width;
      this.#canvas.height = shown.videoHeight ?? shown.height;
      this.#canvas.getContext("2d").drawImage(shown, 0, 0);
    }
    setTimeout(() => requestAnimationFrame(() => this.#draw()), 60);
  }
}

function isJpeg(data) {
  const [first, second] = new Uint8Array(data, 0, Math.min(2, data.byteLength));
  return first === 0xff && second === 0xd8;
}

const pictures = new Map();
const mirrors = new WeakSet();
const sight = new IntersectionObserver(
  (entries) => entries.forEach(({ target, isIntersecting }) => pictures.get(target)?.sees(isIntersecting)),
  { rootMargin: "120px" },
);

function attach() {
  for (const element of document.querySelectorAll("[data-preview]")) {
    if (pictures.has(element)) continue;
    pictures.set(element, new LivePicture(element));
    sight.observe(element);
  }
  for (const element of document.querySelectorAll("[data-mirror]")) {
    if (!mirrors.has(element)) {
      mirrors.add(element);
      new Mirror(element);
    }
  }
}

attach();
new MutationObserver(() => {
  attach();
  pictures.forEach((picture) => picture.pageChanged());
}).observe(document.body, { childList: true, subtree: true });
document.addEventListener("visibilitychange", () => pictures.forEach((picture) => picture.pageChanged()));
