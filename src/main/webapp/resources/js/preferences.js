/** Language and theme, remembered on this device. The server reads the cookies, so no page flashes in the wrong one. */
const YEAR = 365 * 24 * 3600;

function remember(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}

function darkNow() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

document.addEventListener("click", (event) => {
  const language = event.target.closest("[data-choose-language]");
  if (language) {
    remember("courtside_language", language.dataset.chooseLanguage);
    location.reload();
  }
  if (event.target.closest("[data-choose-theme]")) {
    const theme = darkNow() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    remember("courtside_theme", theme);
  }
});
