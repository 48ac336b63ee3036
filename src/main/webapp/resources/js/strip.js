/**
 * Small pictures of a video in one JPEG, row by row, of evenly spread moments. An element with data-strip (where it is; empty
 * while there is none) and data-pictures (how many) names them; in the library one runs through a match by moving the
 * pointer over its picture, by dragging on a touch screen, and by the arrow keys on its title.
 */
const COLUMNS = 10;

export class Strip {
  #url;
  #pictures;
  #sheet = null;

  /** @returns {?Strip} null when the element has none */
  static of(element) {
    return element?.dataset.strip ? new Strip(element.dataset) : null;
  }

  constructor({ strip, pictures }) {
    this.#url = strip;
    this.#pictures = Number(pictures);
  }

  get pictures() {
    return this.#pictures;
  }

  /** Shows the picture of that part of the video (0 to 1), so that it covers the element; at the latest when it was loaded. */
  async show(element, part) {
    const { width, height } = await this.#load();
    const columns = Math.min(COLUMNS, this.#pictures);
    const rows = Math.ceil(this.#pictures / columns);
    const at = Math.max(0, Math.min(this.#pictures - 1, Math.floor(part * this.#pictures)));
    const scale = Math.max((element.clientWidth * columns) / width, (element.clientHeight * rows) / height);
    const wide = (width / columns) * scale;
    const high = (height / rows) * scale;
    const left = (element.clientWidth - wide) / 2 - (at % columns) * wide;
    const top = (element.clientHeight - high) / 2 - Math.floor(at / columns) * high;
    element.style.backgroundImage = `url("${this.#url}")`;
    element.style.backgroundSize = `${wide * columns}px ${high * rows}px`;
    element.style.backgroundPosition = `${left}px ${top}px`;
  }

  /** Width by height of one picture, once it is known; before that, that of nearly all. */
  async ratio() {
    const { width, height } = await this.#load();
    const columns = Math.min(COLUMNS, this.#pictures);
    return width / columns / (height / Math.ceil(this.#pictures / columns));
  }

  #load() {
    this.#sheet ??= new Promise((loaded, failed) => {
      const image = new Image();
      image.onload = () => loaded({ width: image.naturalWidth, height: image.naturalHeight });
      image.onerror = failed;
      image.src = this.#url;
    });
    return this.#sheet;
  }
}

/** The card that is being run through; one at a time. */
class Run {
  #view;
  #strip;
  #picture = document.createElement("div");
  #mark = document.createElement("i");
  #part = 0;

  constructor(view, strip) {
    this.#view = view;
    this.#strip = strip;
    this.#picture.className = "cs-run";
    this.#picture.append(this.#mark);
    this.#picture.hidden = true;
    view.append(this.#picture);
  }

  isOn(view) {
    return this.#view === view;
  }

  to(part) {
    this.#part = Math.max(0, Math.min(1, part));
    this.#picture.hidden = false;
    this.#mark.style.width = `${(100 * this.#part).toFixed(1)}%`;
    this.#strip.show(this.#picture, this.#part).catch(() => this.end());
  }

  step(pictures) {
    this.to(this.#part + pictures / this.#strip.pictures);
  }

  end() {
    this.#picture.remove();
  }
}

const strips = new Map();
let run = null;

function runOn(view) {
  if (run?.isOn(view)) return run;
  end();
  const { strip: url } = view.dataset;
  if (!strips.has(url)) strips.set(url, Strip.of(view));
  run = new Run(view, strips.get(url));
  return run;
}

function end() {
  run?.end();
  run = null;
}

function viewOf(target) {
  return target.closest?.(".cs-video")?.querySelector("[data-strip]:not([data-strip=''])") ?? null;
}

if (document.querySelector("[data-library]")) {
  document.addEventListener("pointermove", ({ target, clientX, clientY }) => {
    const view = viewOf(target);
    const { left, right, top, bottom } = view?.getBoundingClientRect() ?? {};
    if (!view || clientY < top || clientY > bottom) end();
    else runOn(view).to((clientX - left) / (right - left));
  });
  for (const event of ["pointercancel", "pointerup", "focusout"]) {
    document.addEventListener(event, ({ pointerType }) => pointerType !== "mouse" && end());
  }
  document.documentElement.addEventListener("pointerleave", end);
  document.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const view = steps && event.target.matches(".cs-video h3 a") ? viewOf(event.target) : null;
    if (!view || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    runOn(view).step(steps);
  });
}
