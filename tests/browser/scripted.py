"""Opens pages for tests of what the readers' scripts do.

What a script does is waited for by a locator or `expect`: `page.wait_for_function` is refused by the site's policy.
"""

SEEN = "html[data-scripts]"
READY = "html[data-scripts=ready]"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); }
})"""
# A new document has forgotten it.
STAY = "() => { window.isSame = true }"
IS_SAME = "() => window.isSame === true"


def go(page, path):
    """Open the page, wake its scripts, and mark the document."""
    page.goto(path)
    wake(page)
    page.evaluate(STAY)
    return page


def wake(page):
    """Move the mouse and wait for the scripts that answer to it; those that need no hand come before."""
    page.locator(SEEN).wait_for(state="attached")
    page.mouse.move(1, 1)
    page.mouse.move(2, 2)
    page.locator(READY).wait_for(state="attached")


def is_same(page):
    return page.evaluate(IS_SAME)
