// Loads what the page has a use for, and nothing else; every page can be read without any of it.
// What a reader sees comes at once, what answers to their hand with the first sign of one.
const WIDE = "(width >= 60rem)";
const theme = () => import("./theme.js");
const SEEN = [
  ["[data-contents]", () => matchMedia(WIDE).matches && import("./contents.js")],
  ["[data-theme] [data-theme-choice]", theme],
];
const AT_HAND = [
  ["[data-theme-choice]", theme],
  ["[data-filter]", () => import("./filter.js")],
  ["[data-keys]", () => import("./keys.js")],
  ["input[data-suggest]", () => import("./suggest.js")],
];
const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "change"];
const REPEATED = { keydown: KeyboardEvent, change: Event };
const BUTTONS = "[data-theme-choice] button, button[data-keys-open]";
let waking = null;
let isReady = false;

// There at once, or it would push aside what is being read.
function show() {
  for (const one of document.querySelectorAll("[data-theme-choice], [data-keys-open]")) one.hidden = false;
  for (const one of document.querySelectorAll("button[data-copy]")) one.hidden = !navigator.clipboard;
}

async function load() {
  const isWoken = waking;
  show();
  const wanted = (isWoken ? [...SEEN, ...AT_HAND] : SEEN).filter(([one]) => document.querySelector(one));
  await Promise.all(wanted.map(([, part]) => part()));
  if (isWoken === waking) document.documentElement.dataset.scripts = isWoken ? "ready" : "seen";
}

// A key or a choice that came before what answers to it is given once more, and so is a click.
async function wake(event) {
  if (waking) return;
  waking = Promise.resolve().then(load);
  for (const sign of SIGNS) document.removeEventListener(sign, wake);
  await waking;
  isReady = true;
  const Repeated = REPEATED[event.type];
  if (Repeated && !event.defaultPrevented) event.target.dispatchEvent(new Repeated(event.type, event));
}

async function click(event) {
  const copying = event.target.closest("button[data-copy]");
  if (copying) (await import("./copy.js")).copy(copying);
  const early = !isReady && event.target.closest(BUTTONS);
  if (!early) return;
  await (waking ?? wake(event));
  early.click();
}

document.addEventListener("click", click);
for (const sign of SIGNS) document.addEventListener(sign, wake, { passive: true });
load();
document.addEventListener("results", load);
