"""The colours of a downloaded figure: classes become attributes, so that a file needs no stylesheet.

A browser that opens the file obeys the site's Content-Security-Policy, which refuses any style within it.
"""

import re
from collections.abc import Mapping

PAPER, INK, SOFT, LINE, EDGE = "#ffffff", "#1b1a17", "#57534b", "#d8d2c4", "#767064"
SUPPORTS, MIXED, CONTRADICTS, ACCENT = "#0072b2", "#c76fa0", "#d55e00", "#1d3b82"
FONT = "'Source Sans 3', 'Figure Sans', 'Helvetica Neue', Arial, sans-serif"
BOLD = {"font-weight": "600"}
ALL = {"text": {"fill": INK, "font-size": "11.5"}}
STYLES: Mapping[str, Mapping[str, str]] = {
    "mark": {"stroke": INK, "stroke-width": "1.5", "stroke-linejoin": "round"},
    "mark-supports": {"fill": SUPPORTS},
    "mark-no-effect": {"fill": PAPER},
    "mark-mixed": {"fill": MIXED},
    "mark-contradicts": {"fill": CONTRADICTS},
    "mark-plain": {"fill": INK},
    "mark-off": {"fill": "none", "stroke-dasharray": "3 2"},
    "axis": {"stroke": EDGE, "stroke-width": "1", "fill": "none"},
    "grid-line": {"stroke": LINE, "stroke-width": "1", "fill": "none"},
    "rule": {"stroke": INK, "stroke-width": "1", "fill": "none"},
    "trace": {"stroke": INK, "stroke-width": "1.5", "fill": "none"},
    "block-for": {"fill": SUPPORTS},
    "block-against": {"fill": CONTRADICTS},
    "block-contested": {"fill": MIXED},
    "block-insufficient": {"fill": PAPER, "stroke": EDGE},
    "block-none": {"fill": "#f4f0e6"},
    "on-for": {"fill": PAPER},
    "on-against": {"fill": PAPER},
    "on-contested": {"fill": PAPER},
    "on-insufficient": {"fill": SOFT},
    "on-none": {},
    "direction-supports": {"fill": SUPPORTS},
    "direction-no-effect": {"fill": SOFT},
    "direction-mixed": {"fill": "#99447a"},
    "direction-contradicts": {"fill": "#b34f00"},
    "dose-microdose": {"fill": ACCENT},
    "dose-other": {"fill": PAPER},
    "step-start": {"fill": ACCENT},
    "step-result": {"fill": ACCENT},
    "step-none": {"fill": PAPER},
    "step-down": {"fill": "#7b93c6"},
    "step-up": {"fill": PAPER},
    "step-change": BOLD,
    "step-down-change": BOLD,
    "step-up-change": BOLD,
    "step-none-change": {"fill": SOFT},
    "step-off-change": {"fill": SOFT},
    "fill-paper": {"fill": PAPER},
    "fill-ink": {"fill": INK},
    "fill-contradicts": {"fill": CONTRADICTS},
    "fill-mixed": {"fill": MIXED},
    "soft": {"fill": SOFT},
    "strong": BOLD,
    "chain-step": BOLD,
    "chain-fall": BOLD,
}
TAG = re.compile(r'<(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(/?)>')
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
# XML has no way to hold them.
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def paint(svg: str) -> str:
    """Return a drawing with attributes for its classes. Raises KeyError for a class without a style."""
    return TAG.sub(_painted, UNSPEAKABLE.sub("", svg))


def _painted(tag: re.Match) -> str:
    name, attributes, end = tag.groups()
    given = dict(ATTRIBUTE.findall(attributes))
    styles = [_style(one) for one in given.pop("class", "").split()]
    own = ALL.get(name, {}) | given
    for style in styles:
        own |= style
    words = "".join(f' {key}="{value}"' for key, value in own.items())
    return f"<{name}{words}{end}>"


def _style(name: str) -> Mapping[str, str]:
    if name not in STYLES:
        raise KeyError(f"The class “{name}” has no style; add it to claims/figures/paint.py.")
    return STYLES[name]
