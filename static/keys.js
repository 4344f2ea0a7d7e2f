// Single keys for readers. They rest while somebody types, and can be switched off (WCAG 2.1.4).
import { recall, remember } from "./memory.js";

const STORED = "reader-keys";
const PLACES = { c: "/claims/", s: "/sources/", m: "/methods/", h: "/" };
const SEARCH = "/search/";
const PATIENCE = 1500;
const STOPS = "main h2, main .listing > li";
const dialog = document.querySelector("dialog[data-keys]");
const isOn = dialog.querySelector("input[type=checkbox]");
let goingUntil = 0;

function search() {
  const fields = [...document.querySelectorAll("input[type=search]")];
  const field = fields.find((one) => one.checkVisibility());
  if (!field) location.assign(SEARCH);
  else {
    field.focus();
    field.select();
  }
}

function open() {
  if (!dialog.open) dialog.showModal();
}

function isInView(one) {
  const { top, bottom } = one.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function next(all, by) {
  const here = all.findIndex((one) => one.contains(document.activeElement) && isInView(one));
  if (here >= 0) return all[here + by];
  if (by > 0) return all.find((one) => one.getBoundingClientRect().top > 1);
  return all.findLast((one) => one.getBoundingClientRect().top < -1);
}

function step(by) {
  const all = [...document.querySelectorAll(STOPS)].filter((one) => one.checkVisibility());
  const stop = next(all, by);
  if (!stop) return;
  const target = (stop.matches("li") && stop.querySelector("a[href]")) || stop;
  if (target === stop) stop.tabIndex = -1;
  target.focus({ preventScroll: true });
  stop.scrollIntoView();
}

const DEEDS = {
  "/": search,
  "?": open,
  n: () => step(1),
  p: () => step(-1),
  g: () => {
    goingUntil = Date.now() + PATIENCE;
  },
};

function deedOf(key) {
  const isGoing = Date.now() < goingUntil;
  goingUntil = 0;
  if (isGoing && Object.hasOwn(PLACES, key)) return () => location.assign(PLACES[key]);
  return Object.hasOwn(DEEDS, key) ? DEEDS[key] : null;
}

function isTyping(target) {
  return target.closest?.("input, textarea, select, [contenteditable], dialog") != null;
}

function isAside(event) {
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
  return hasModifier || event.repeat || event.isComposing || event.defaultPrevented;
}

function press(event) {
  if (!isOn.checked || isAside(event) || isTyping(event.target)) return;
  const deed = event.key === "Shift" ? null : deedOf(event.key);
  if (!deed) return;
  event.preventDefault();
  deed();
}

isOn.checked = recall(STORED) !== "off";
isOn.addEventListener("change", () => remember(STORED, isOn.checked ? "on" : "off"));
for (const button of document.querySelectorAll("[data-keys-open]")) button.addEventListener("click", open);
document.addEventListener("keydown", press);
