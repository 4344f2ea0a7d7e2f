"""Asks axe-core about a page, under the page's own Content-Security-Policy."""

from pathlib import Path

import axe_playwright_python

SOURCE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
IS_THERE = "() => 'axe' in window"
RUN = "options => axe.run(document, options)"
OPTIONS = {"resultTypes": ["violations"]}
# What a change of colours alone can break.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


def problems(page, options=None):
    """Return each violation as a line: rule, what to do, and where."""
    if not page.evaluate(IS_THERE):
        page.evaluate(SOURCE)
    found = page.evaluate(RUN, OPTIONS | (options or {}))["violations"]
    return [_line(rule, node) for rule in found for node in rule["nodes"]]


def _line(rule, node):
    place = " ".join(map(str, node["target"]))
    return f"{rule['id']} at {place}: {node['failureSummary']}"
