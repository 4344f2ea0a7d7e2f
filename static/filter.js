// Filters in place: asks for the address that a form or link of [data-filter] leads to, and takes the
// regions marked data-results from the answer. If anything fails, the browser simply goes there.
const PAUSE = 250;
const REGIONS = "[data-results][id]";
const COUNT = "[data-results][role=status]";
const FORMS = "form[data-filter]";
const HIDDEN = `input[type=hidden]:not(${REGIONS} *)`;
const CHOICES = "select, [type=checkbox], [type=radio]";
let asking = new AbortController();
let timer = 0;
let shown = location.pathname + location.search;

function pageOf(url) {
  return url.pathname + url.search;
}

function addressOf(form, button) {
  const url = new URL(form.getAttribute("action") || location.pathname, location.href);
  const given = [...new FormData(form, button)].filter(([, value]) => value !== "");
  url.search = new URLSearchParams(given);
  return url;
}

async function ask(url, signal) {
  const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function copyState(field, fresh) {
  if (field.matches("select")) {
    const { value } = fresh;
    field.replaceChildren(...fresh.children);
    field.value = value;
  } else if (field.matches("[type=checkbox], [type=radio]")) field.checked = fresh.checked;
  else if (field.matches("input") && field !== document.activeElement) field.value = fresh.value;
}

// They carry what other forms and links of the page have asked for.
function copyHidden(form, fresh) {
  for (const old of form.querySelectorAll(HIDDEN)) old.remove();
  form.append(...fresh.querySelectorAll(HIDDEN));
}

function followForms(page) {
  for (const form of document.querySelectorAll(FORMS)) {
    for (const field of form.elements) {
      const fresh = field.id && page.getElementById(field.id);
      if (fresh) copyState(field, fresh);
    }
  }
  const all = [...document.querySelectorAll(FORMS)];
  [...page.querySelectorAll(FORMS)].forEach((fresh, number) => copyHidden(all[number], fresh));
}

function begin() {
  return document.querySelector(COUNT) ?? document.querySelector(REGIONS);
}

function refocus(lost) {
  const isSame = (one) => one.tagName === lost.tagName && one.textContent === lost.textContent;
  const like = [...document.querySelectorAll(`:is(${REGIONS}) :is(a, button, summary)`)].find(isSame);
  const target = (lost.id && document.getElementById(lost.id)) || like || begin();
  const fold = target.closest("details:not([open])");
  if (fold && !target.matches("summary")) fold.open = true;
  if (!target.matches("a, button, summary, input, select")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function replace(page) {
  const pairs = [...document.querySelectorAll(REGIONS)].map((old) => [old, page.getElementById(old.id)]);
  if (!pairs.length || pairs.some(([, fresh]) => !fresh)) throw new Error("The answer has other regions.");
  const held = document.activeElement;
  for (const [old, fresh] of pairs) old.replaceChildren(...fresh.childNodes);
  followForms(page);
  document.title = page.title;
  if (!held.isConnected) refocus(held);
  document.dispatchEvent(new Event("results"));
}

function goToTop() {
  const first = begin();
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView();
}

function busy(isBusy) {
  for (const one of document.querySelectorAll(REGIONS)) one.ariaBusy = isBusy ? "true" : null;
}

async function show(url, leave) {
  stop();
  asking = new AbortController();
  const { signal } = asking;
  busy(true);
  try {
    const page = await ask(url, signal);
    if (signal.aborted) return false;
    replace(page);
    shown = pageOf(url);
    return true;
  } catch {
    if (!signal.aborted) leave();
    return false;
  } finally {
    if (!signal.aborted) busy(false);
  }
}

function stop() {
  asking.abort();
  clearTimeout(timer);
}

async function go(url) {
  const isShown = await show(url, () => location.assign(url));
  if (isShown && url.href !== location.href) history.pushState(null, "", url);
  return isShown;
}

function isHere(url) {
  const isSamePage = url.origin === location.origin && url.pathname === location.pathname;
  return isSamePage && document.querySelector(REGIONS) !== null;
}

function submit(event) {
  if (!event.target.matches(FORMS) || event.target.method !== "get") return;
  const url = addressOf(event.target, event.submitter);
  if (!isHere(url)) return;
  event.preventDefault();
  go(url);
}

// A reader who goes through a list of choices with the arrow keys asks once, not once a key.
function change(event) {
  const form = event.target.closest(FORMS);
  if (!form || !event.target.matches(CHOICES) || !isHere(addressOf(form))) return;
  stop();
  timer = setTimeout(() => go(addressOf(form)), PAUSE);
}

async function follow(event) {
  const link = event.target.closest("[data-filter] a[href]:not([data-reload])");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented || link.target || link.download) return;
  const url = new URL(link.href);
  if (!isHere(url) || pageOf(url) === shown) return;
  event.preventDefault();
  const isToTop = link.closest("[data-filter=top]") !== null;
  if ((await go(url)) && isToTop) goToTop();
}

document.addEventListener("submit", submit);
document.addEventListener("change", change);
document.addEventListener("click", follow);
addEventListener("popstate", () => {
  if (pageOf(location) !== shown) show(new URL(location.href), () => location.reload());
});
