"""Small pieces of sentences and tables."""

from collections.abc import Iterable, Sequence

MINUS = "−"
NONE = "None."
NARROWEST, WIDEST = 3, 60


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return "1 study", "2 studies": a count with its noun."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Iterable[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def signed(levels: int) -> str:
    """Return "+1", "0" or "−1" with a true minus sign."""
    return f"+{levels}" if levels > 0 else number(levels)


def number(value: float) -> str:
    """Return the number as it was written, with a true minus sign."""
    return str(value).replace("-", MINUS)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a pipe table, or "None." where there is no row. Cells are escaped already.

    The dashes are as wide as the longest cell, within bounds: pandoc shares out the page by them.
    """
    rows = [[cell or "–" for cell in row] for row in rows]
    if not rows:
        return NONE
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    rule = ["-" * min(max(width, NARROWEST), WIDEST) for width in widths]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [header, rule, *rows])


def paragraphs(parts: Iterable[str]) -> str:
    """Return the parts with an empty line between."""
    return "\n\n".join(part for part in parts if part)


def section(title: str, *parts: str) -> str:
    """Return a heading with its text; a section without any says so."""
    return paragraphs([f"## {title}", *(parts if any(parts) else [NONE])])


def bullets(lines: Iterable[str]) -> str:
    """Return a list, one item a line."""
    return "\n".join(f"- {line}" for line in lines)


def capital(text: str) -> str:
    """Return the text with a large first letter."""
    return text[:1].upper() + text[1:]
