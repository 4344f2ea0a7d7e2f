"""Opens pages for tests of what the readers' scripts do."""

READY = "html[data-scripts=ready]"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); }
})"""
# A new document has forgotten it.
STAY = "() => { window.isSame = true }"
IS_SAME = "() => window.isSame === true"


def go(page, path):
    """Open the page, move the mouse, wait for the scripts that answer to it, and mark the document."""
    page.goto(path)
    page.mouse.move(1, 1)
    page.locator(READY).wait_for(state="attached")
    page.evaluate(STAY)
    return page


def is_same(page):
    return page.evaluate(IS_SAME)


def has_focus(locator):
    return locator.evaluate("one => one === document.activeElement")
