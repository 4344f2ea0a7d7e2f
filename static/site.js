// Loads what the page has a use for, and nothing else; every page can be read without any of it.
// What a reader sees comes at once, what answers to their hand with the first sign of one.
const WIDE = "(width >= 60rem)";
const SEEN = [["[data-contents]", () => matchMedia(WIDE).matches && import("./contents.js")]];
const AT_HAND = [
  ["[data-theme-choice]", () => import("./theme.js")],
  ["[data-filter]", () => import("./filter.js")],
  ["[data-keys]", () => import("./keys.js")],
  ["input[data-suggest]", () => import("./suggest.js")],
];
const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "change"];
const REPEATED = { keydown: KeyboardEvent, change: Event };
let isAtHand = false;

// There at once, or it would push aside what is being read; what it does comes with the first click.
function showCopying() {
  for (const one of document.querySelectorAll("button[data-copy]")) one.hidden = !navigator.clipboard;
}

async function load() {
  showCopying();
  const parts = isAtHand ? [...SEEN, ...AT_HAND] : SEEN;
  const wanted = parts.filter(([selector]) => document.querySelector(selector));
  await Promise.all(wanted.map(([, part]) => part()));
  document.documentElement.dataset.scripts = isAtHand ? "ready" : "seen";
}

// A key or a choice that came before what answers to it is given once more.
async function wake(event) {
  if (isAtHand) return;
  isAtHand = true;
  for (const sign of SIGNS) document.removeEventListener(sign, wake);
  await load();
  const Repeated = REPEATED[event.type];
  if (Repeated && !event.defaultPrevented) event.target.dispatchEvent(new Repeated(event.type, event));
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button) (await import("./copy.js")).copy(button);
});
for (const sign of SIGNS) document.addEventListener(sign, wake, { passive: true });
load();
document.addEventListener("results", load);
