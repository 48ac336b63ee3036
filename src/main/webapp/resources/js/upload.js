/**
 * Uploading video files into the library: tus 1.0 in pieces, several files, two at a time. What has come stays on the
 * server, so a broken connection goes on by itself, and after a reload the same file goes on when it is chosen again: the
 * address of its upload is kept under the file's name, length and date.
 */
import * as figures from "./figures.js";
import { onUpdate } from "./updates.js";

const PIECE = 16 << 20;
const AT_ONCE = 2;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20_000;
const SPEED_OF_LAST = 5_000;
const TUS = { "Tus-Resumable": "1.0.0", "X-Requested-With": "Courtside" };
const ASK_AGAIN = new Set([0, 409, 423, 429, 500, 502, 503, 504, 507]);

const section = document.querySelector("[data-uploads]");
const context = document.documentElement.dataset.context ?? "";
const uploads = [];

function word(name) {
  return section.querySelector(`[data-word="${name}"]`)?.textContent ?? section.querySelector('[data-word="reason.other"]').textContent;
}

/** One request; never throws. @returns {status, header(name), json} */
function ask(method, path, { headers = {}, body = null, progress = null, started = null } = {}) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    for (const [name, value] of Object.entries({ ...TUS, ...headers })) request.setRequestHeader(name, value);
    request.onloadend = () =>
      resolve({ status: request.status, header: (name) => request.getResponseHeader(name), text: request.responseText });
    if (progress) request.upload.onprogress = progress;
    started?.(request);
    request.send(body);
  });
}

function json(answer) {
  try {
    return JSON.parse(answer.text);
  } catch {
    return {};
  }
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

class Upload {
  #request = null;
  #timer = null;
  #pause = FIRST_PAUSE;
  #marks = [];

  /** @param file null when only the server knows of it */
  constructor(file, club) {
    this.file = file;
    this.club = club;
    this.name = file?.name ?? "";
    this.size = file?.size ?? 0;
    this.offset = 0;
    this.id = null;
    this.reason = null;
    this.state = "waiting";
    this.row = section.querySelector("template").content.firstElementChild.cloneNode(true);
    this.row.addEventListener("click", (event) => this.#pressed(event.target.closest("[data-do]")?.dataset.do));
    section.querySelector("[data-list]").append(this.row);
    uploads.push(this);
    this.show();
  }

  /** What the server says of one. */
  static known(view) {
    const upload = new Upload(null, view.club_id);
    upload.learn(view);
    return upload;
  }

  learn(view) {
    this.id = view.id;
    this.name ||= view.file_name;
    this.size = view.size_bytes;
    this.reason = view.reason ?? null;
    if (view.state === "receiving") {
      if (!this.file) this.become("lost", view.received_bytes);
    } else this.become(view.state === "expired" ? "gone" : view.state, view.size_bytes);
    if (view.state !== "receiving" && this.file) localStorage.removeItem(this.#key());
  }

  become(state, offset = this.offset) {
    const said = state !== this.state;
    this.state = state;
    this.offset = offset;
    this.show();
    if (said && ["examining", "done", "refused", "failed", "gone"].includes(state))
      section.querySelector("[data-said]").textContent = `${this.name}: ${this.row.querySelector("[data-line]").textContent}`;
  }

  #key() {
    return `courtside.upload:${this.club ?? ""}:${this.file.size}:${this.file.lastModified}:${this.file.name}`;
  }

  /** The same file was chosen again. */
  takes(file) {
    this.file = file;
    this.become("waiting");
    next();
  }

  async run() {
    if (this.file.size === 0) return this.fail("empty");
    if (this.file.size > Number(section.dataset.max)) return this.fail("too_large");
    this.become("sending");
    this.id ??= localStorage.getItem(this.#key());
    if (this.id && !(await this.#resume())) return;
    if (!this.id && !(await this.#announce())) return;
    while (this.state === "sending" && this.offset < this.file.size) if (!(await this.#send())) return;
    if (this.state !== "sending") return;
    localStorage.removeItem(this.#key());
    this.become("examining");
    this.check();
    next();
  }

  /** @returns whether to go on */
  async #resume() {
    const answer = await ask("HEAD", `${context}/api/uploads/${this.id}`);
    if (this.state !== "sending") return false;
    if (answer.status === 200 && Number(answer.header("Upload-Length")) === this.file.size) {
      this.become("sending", Number(answer.header("Upload-Offset")));
      return true;
    }
    if (ASK_AGAIN.has(answer.status)) return this.#later(answer);
    this.id = null;
    localStorage.removeItem(this.#key());
    return true;
  }

  async #announce() {
    const said = [`filename ${base64(this.file.name.slice(0, 200))}`];
    if (this.club) said.push(`club_id ${base64(this.club)}`);
    const answer = await ask("POST", `${context}/api/uploads`, {
      headers: { "Upload-Length": String(this.file.size), "Upload-Metadata": said.join(",") },
    });
    if (answer.status !== 201) return ASK_AGAIN.has(answer.status) && answer.status !== 507 ? this.#later(answer) : this.fail(json(answer).reason);
    this.id = answer.header("Location").split("/").pop();
    this.offset = 0;
    localStorage.setItem(this.#key(), this.id);
    if (this.state === "sending") return true;
    if (this.state === "cancelled") this.#forgetThere();
    return false;
  }

  async #send() {
    const from = this.offset;
    this.#marks = [[performance.now(), from]];
    const answer = await ask("PATCH", `${context}/api/uploads/${this.id}`, {
      headers: { "Upload-Offset": String(from), "Content-Type": "application/offset+octet-stream" },
      body: this.file.slice(from, from + PIECE),
      progress: ({ loaded }) => this.#moved(from + loaded),
      started: (request) => (this.#request = request),
    });
    this.#request = null;
    if (this.state !== "sending") return false;
    if (answer.status === 204) {
      this.#pause = FIRST_PAUSE;
      this.become("sending", Number(answer.header("Upload-Offset")));
      return true;
    }
    if (ASK_AGAIN.has(answer.status)) return this.#later(answer);
    if (answer.status === 404 || answer.status === 410) localStorage.removeItem(this.#key());
    return this.fail(answer.status === 404 ? "expired" : json(answer).reason);
  }

  #moved(offset) {
    if (this.state !== "sending") return;
    this.#marks.push([performance.now(), offset]);
    while (this.#marks.length > 2 && this.#marks.at(-1)[0] - this.#marks[0][0] > SPEED_OF_LAST) this.#marks.shift();
    this.offset = offset;
    this.show();
  }

  /** Bytes a second; 0 while it is not known. */
  #speed() {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    return first && last[0] - first[0] > 300 ? (1000 * (last[1] - first[1])) / (last[0] - first[0]) : 0;
  }

  #later(answer) {
    this.reason = answer.status === 507 ? "disk_full" : "connection";
    this.become("retrying");
    this.#timer = setTimeout(() => this.run(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    return false;
  }

  fail(reason) {
    this.reason = reason ?? "other";
    this.become("failed");
    next();
    return false;
  }

  #pressed(what) {
    if (what === "pause") this.#stop("paused");
    else if (what === "resume") this.takes(this.file);
    else if (what === "cancel") this.#cancel();
  }

  #stop(state) {
    clearTimeout(this.#timer);
    this.become(state);
    this.#request?.abort();
    next();
  }

  #cancel() {
    const losing = this.offset > 0 && !["refused", "failed", "gone", "done"].includes(this.state);
    if (losing && !confirm(word("sure").replace("{0}", this.name))) return;
    this.#stop("cancelled");
    if (this.file) localStorage.removeItem(this.#key());
    this.#forgetThere();
    this.row.remove();
    uploads.splice(uploads.indexOf(this), 1);
    section.hidden = uploads.length === 0;
  }

  #forgetThere() {
    if (this.id) ask("DELETE", `${context}/api/uploads/${this.id}`);
  }

  /** What has become of it? */
  async check() {
    const answer = await ask("GET", `${context}/api/uploads/${this.id}`);
    if (answer.status === 200) this.learn(json(answer));
  }

  #line() {
    const part = this.size > 0 ? this.offset / this.size : 0;
    const done = `${Math.floor(100 * part)}\u00a0% · ${figures.size(this.offset)} / ${figures.size(this.size)}`;
    switch (this.state) {
      case "sending": {
        const speed = this.#speed();
        if (speed <= 0) return done;
        return `${done} · ${figures.size(speed)}/s · ${word("left").replace("{0}", figures.length((this.size - this.offset) / speed))}`;
      }
      case "paused":
      case "lost":
        return `${done} · ${word(this.state)}`;
      case "retrying":
        return `${done} · ${word(`reason.${this.reason}`)}`;
      case "refused":
      case "failed":
        return word(`reason.${this.reason}`);
      case "gone":
        return word("reason.expired");
      default:
        return `${figures.size(this.size)} · ${word(this.state)}`;
    }
  }

  show() {
    const { row } = this;
    section.hidden = false;
    row.dataset.state = this.state;
    row.querySelector("[data-name]").textContent = this.name;
    row.querySelector("[data-line]").textContent = this.#line();
    const bar = row.querySelector("progress");
    bar.hidden = ["examining", "done", "refused", "failed", "gone", "lost"].includes(this.state);
    bar.value = this.size > 0 ? this.offset / this.size : 0;
    bar.setAttribute("aria-label", this.name);
    row.querySelector('[data-do="pause"]').hidden = !["sending", "retrying", "waiting"].includes(this.state);
    row.querySelector('[data-do="resume"]').hidden = this.state !== "paused";
    row.querySelector('[data-do="cancel"]').hidden = this.state === "examining";
    const watch = row.querySelector("[data-watch]");
    watch.hidden = this.state !== "done";
    watch.href = `${context}/video.xhtml?id=${this.id}`;
  }
}

/** The next of those that wait. */
function next() {
  const running = uploads.filter(({ state }) => state === "sending" || state === "retrying").length;
  uploads
    .filter(({ state }) => state === "waiting")
    .slice(0, Math.max(0, AT_ONCE - running))
    .forEach((upload) => upload.run());
}

function add(files) {
  const club = document.querySelector("[data-club]")?.value || null;
  for (const file of files) {
    const same = uploads.find((upload) => upload.state === "lost" && upload.size === file.size && upload.name === file.name);
    if (same) same.takes(file);
    else new Upload(file, club);
  }
  next();
}

async function start() {
  const field = section.querySelector("[type=file]");
  document.querySelectorAll("[data-add-videos]").forEach((button) => button.addEventListener("click", () => field.click()));
  field.addEventListener("change", () => {
    add([...field.files]);
    field.value = "";
  });
  const drop = document.querySelector("[data-drop]");
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => carriesFiles(event) && (drop.hidden = false));
  addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  addEventListener("dragleave", (event) => event.relatedTarget ?? (drop.hidden = true));
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.hidden = true;
    add([...event.dataTransfer.files]);
  });
  onUpdate((event, data) => {
    const known = uploads.find(({ id, state }) => id && id === data?.id && state !== "sending");
    if (event === "upload_changed" && known) known.check();
    if (event === "reconnected") uploads.filter(({ state }) => state === "examining").forEach((upload) => upload.check());
  });
  const answer = await ask("GET", `${context}/api/uploads`);
  for (const view of json(answer).items ?? [])
    if (["receiving", "examining", "refused"].includes(view.state) && !uploads.some(({ id }) => id === view.id)) Upload.known(view);
}

if (section) start();
