"""What the stylesheet says of colours, and the contrast of two of them (WCAG 2.2, relative luminance)."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STYLES = ROOT / "static" / "site.css"
TOKEN = re.compile(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)")
SCHEMES = ("light", "dark")


def palette():
    """Return {scheme: {token: colour}} as site.css has them."""
    found = TOKEN.findall(STYLES.read_text())
    return {
        scheme: {name: colours[place] for name, *colours in found}
        for place, scheme in enumerate(SCHEMES)
    }


def contrast(one, other):
    """Return the contrast ratio of two #rgb or #rrggbb colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
