/** A WebSocket that comes back by itself, with growing pauses and some chance in them, so that not all return at once. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

export class Socket {
  #path;
  #handlers;
  #socket = null;
  #timer = null;
  #pause = FIRST_PAUSE;

  /** @param handlers {open, text, binary, lost}: all optional; lost gets close code and reason */
  constructor(path, handlers) {
    this.#path = path;
    this.#handlers = handlers;
  }

  open() {
    if (this.#socket || this.#timer) return;
    const url = new URL(this.#path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#handlers.open?.();
    socket.onmessage = ({ data }) => {
      this.#pause = FIRST_PAUSE;
      if (typeof data === "string") this.#handlers.text?.(data);
      else this.#handlers.binary?.(data);
    };
    socket.onclose = ({ code, reason }) => {
      this.#socket = null;
      this.#again();
      this.#handlers.lost?.(code, reason);
    };
    this.#socket = socket;
  }

  send(text) {
    this.#socket?.send(text);
  }

  /** Now another path, on a new connection. */
  move(path) {
    this.#path = path;
    this.close();
    this.open();
  }

  /** Closed for good, until open() is called. */
  close() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** A new attempt after the next pause. */
  restart() {
    this.close();
    this.#again();
  }

  #again() {
    if (this.#timer) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.open();
      },
      this.#pause * (0.75 + Math.random() / 2),
    );
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }
}
