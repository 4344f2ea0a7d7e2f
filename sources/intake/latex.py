r"""LaTeX inside BibTeX values to plain text: {\"o}, \textit{…}, $\beta$. Pure."""

import logging
import re
from functools import lru_cache

from pylatexenc import latex2text, latexwalker
from pylatexenc.macrospec import MacroSpec

# Nobody writes more into one value that is kept.
LONGEST = 5000

# Quantities and links, which pylatexenc does not know by itself: how many arguments stand behind a macro, as pylatexenc writes them, and which of them are shown.
WITH_ARGUMENTS = {
    "SI": ("[{[{", (1, 3)),
    "qty": ("[{{", (1, 2)),
    "si": ("[{", (1,)),
    "unit": ("[{", (1,)),
    "num": ("[{", (1,)),
    "href": ("{{", (1,)),
}
UNITS = {
    **{"micro": "µ", "milli": "m", "centi": "c", "nano": "n", "pico": "p", "kilo": "k", "mega": "M"},
    **{"gram": "g", "kilogram": "kg", "metre": "m", "meter": "m", "litre": "L", "liter": "L"},
    **{"second": "s", "minute": "min", "hour": "h", "day": "d", "hertz": "Hz", "mole": "mol"},
    **{"molar": "M", "celsius": "°C", "degreeCelsius": "°C", "degree": "°", "percent": "%"},
    **{"volt": "V", "ampere": "A", "tesla": "T", "watt": "W", "joule": "J", "pascal": "Pa"},
    **{"per": "/", "squared": "²", "cubed": "³", "ug": "µg", "mg": "mg", "kg": "kg", "ng": "ng"},
    **{"ml": "mL", "mL": "mL", "ul": "µL", "um": "µm", "mm": "mm", "cm": "cm", "nm": "nm"},
    **{"uM": "µM", "mM": "mM", "nM": "nM", "ms": "ms", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz"},
}  # fmt: skip

# What it stumbles over is told to the curator, not to a log.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
_BARE_SIGNS = re.compile(r"(?<!\\)([%&])")
_BARE_DOLLAR = re.compile(r"(?<!\\)\$")
_ESCAPED = re.compile(r"\\([_%&#$~{}])")
_ADDRESS = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")
_BRACES = str.maketrans("", "", "{}")


def _known():
    """Return the parser's macros with ours."""
    macros = [MacroSpec(name, arguments) for name, (arguments, _) in WITH_ARGUMENTS.items()]
    known = latexwalker.get_default_latex_context_db()
    known.add_context_category("ours", macros=macros, prepend=True)
    return known


def _decoder():
    """Return what turns nodes into text, with ours."""
    shown = {name: _shown(places) for name, (_, places) in WITH_ARGUMENTS.items()} | UNITS
    macros = [latex2text.MacroTextSpec(name, simplify_repl=text) for name, text in shown.items()]
    known = latex2text.get_default_latex_context_db()
    known.add_context_category("ours", macros=macros, prepend=True)
    return latex2text.LatexNodes2Text(
        latex_context=known, math_mode="text", strict_latex_spaces=False
    )


def _shown(places):
    def shown(node, l2tobj):
        given = node.nodeargd.argnlist if node.nodeargd else []
        texts = [l2tobj.nodelist_to_text(given[at : at + 1]) for at in places]
        return " ".join(filter(None, texts))

    return shown


_KNOWN, _DECODER = _known(), _decoder()


def plain(text: str) -> str:
    """Return the text without LaTeX; slow only where there is a backslash or a dollar sign."""
    if "\\" in text or "$" in text:
        return _decoded(text[:LONGEST])
    return _light(text)


def _light(text):
    """Return the text of a value without commands."""
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    text = text.replace("~", "\u00a0").replace("``", "“").replace("''", "”")
    # Last, for braces keep apart what would be drawn together: -{}-.
    return text.translate(_BRACES) if "{" in text or "}" in text else text


@lru_cache(maxsize=1024)
def _decoded(text):
    text = _BARE_SIGNS.sub(r"\\\1", text).replace(r"\textasciicircum{}", "^")
    if len(_BARE_DOLLAR.findall(text)) % 2:
        text = _BARE_DOLLAR.sub(r"\\$", text)
    try:
        return _DECODER.latex_to_text(text, latex_context=_KNOWN)
    except (RecursionError, ValueError, IndexError, AttributeError, TypeError):
        return _light(text.replace("\\", ""))


def address(text: str) -> str:
    r"""Return an address or a DOI without \url{} and escapes; nothing else in it is changed."""
    text = _ADDRESS.sub(r"\1", text) if "\\" in text else text
    text = _ESCAPED.sub(r"\1", text) if "\\" in text else text
    return text.translate(_BRACES).strip() if "{" in text or "}" in text else text.strip()
