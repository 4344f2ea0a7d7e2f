// Marks, in a table of contents, the section that is being read; the page itself does not move.
const LINE = 0.12;
const links = [...document.querySelectorAll("[data-contents] a[href^='#']")];
const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

function isAtEnd() {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
}

// At the end of the page the last sections can no longer come up to the line.
function lastAsked() {
  const asked = links.findIndex((link) => link.hash === location.hash);
  const isInView = asked >= 0 && sections[asked]?.getBoundingClientRect().bottom > 0;
  return isInView ? asked : links.length - 1;
}

function current() {
  if (isAtEnd()) return lastAsked();
  const line = innerHeight * LINE;
  return sections.findLastIndex((one) => one && one.getBoundingClientRect().top <= line);
}

function mark() {
  const here = current();
  links.forEach((link, number) => {
    if (number === here) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
}

const watcher = new IntersectionObserver(mark, { rootMargin: `0px 0px -${100 - 100 * LINE}% 0px` });
for (const one of sections) if (one) watcher.observe(one);
// The line is not crossed again on the last stretch.
addEventListener("scrollend", mark);
addEventListener("hashchange", mark);
