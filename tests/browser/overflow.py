"""Finds what makes a page scroll sideways, in the page's own browser."""

# What scrolls inside a box of its own does not widen the page.
OVERFLOW = """() => {
  const {scrollWidth, clientWidth} = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isBoxed = one => {
    for (let box = one.offsetParent ?? one.parentElement; box && box !== document.body;
         box = box.offsetParent) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > clientWidth + 0.5 && !isBoxed(one))
    .map(one => one.cloneNode(false).outerHTML.slice(0, 120));
  return [`${scrollWidth} px in ${clientWidth} px`, ...wide.slice(0, 8)];
}"""
