/** Lengths, sizes and rates as the page's language writes them; the same forms as the server's. */
const language = document.documentElement.lang || "en";
const units = {
  en: { bytes: ["kB", "MB", "GB", "TB"], rate: "Mb/s" },
  fr: { bytes: ["ko", "Mo", "Go", "To"], rate: "Mb/s" },
}[language];

function number(value, digits) {
  return value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const two = (value) => String(value).padStart(2, "0");

export function length(seconds) {
  const all = Math.max(0, Math.round(seconds));
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

export function size(bytes) {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.bytes.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${number(value, unit === 0 || value >= 99.5 ? 0 : 1)}\u00a0${units.bytes[unit]}`;
}

export function rate(bitsPerSecond) {
  return `${number(bitsPerSecond / 1e6, 1)}\u00a0${units.rate}`;
}
