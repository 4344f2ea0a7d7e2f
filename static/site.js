// Loads what the page has a use for, and nothing else; every page can be read without any of it.
const PARTS = [
  ["[data-theme-choice]", () => import("./theme.js")],
  ["[data-filter]", () => import("./filter.js")],
  ["[data-contents]", () => import("./contents.js")],
  ["[data-copy]", () => import("./copy.js")],
  ["[data-keys]", () => import("./keys.js")],
  ["input[data-suggest]", () => import("./suggest.js")],
];

async function load() {
  const wanted = PARTS.filter(([selector]) => document.querySelector(selector));
  await Promise.all(wanted.map(([, part]) => part()));
  document.documentElement.dataset.scripts = "ready";
}

load();
document.addEventListener("results", load);
