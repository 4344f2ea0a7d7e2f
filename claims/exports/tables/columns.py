"""Short ways to say what a column reads. Pure."""

from collections.abc import Callable, Iterable
from typing import Any

from claims.exports.tables import Column


def within(row: Any, path: str) -> Any:
    """Return what lies at "review.code" in mappings and attributes; None where the way ends."""
    for name in path.split("."):
        if row is None:
            return None
        row = row.get(name) if isinstance(row, dict) else getattr(row, name)
    return row


def reading(path: str) -> Callable[[Any], Any]:
    """Return a reader of what lies at `path`; an empty text is not known."""
    return lambda row: _known(within(row, path))


def _known(value: Any) -> Any:
    return None if value == "" else value


def joined(path: str, part: str = "") -> Callable[[Any], str | None]:
    """Return a reader of a list as one text with spaces between; of `part` of each if it is named."""

    def read(row):
        held = within(row, path) or []
        return " ".join(str(one[part] if part else one) for one in held) or None

    return read


def moment(path: str) -> Callable[[Any], str | None]:
    """Return a reader of a date and time, written as in 2026-03-01T12:00:00+00:00."""

    def read(row):
        value = within(row, path)
        return value and value.isoformat()

    return read


def text(name: str, description: str, path: str = "") -> Column:
    return Column(name, "string", description, reading(path or name))


def code(name: str, description: str, terms: Iterable[str], path: str = "") -> Column:
    """Return a column of codes; `terms` are all there are."""
    return Column(name, "string", description, reading(path or name), tuple(map(str, terms)))


def whole(name: str, description: str, path: str = "") -> Column:
    return Column(name, "integer", description, reading(path or name))


def number(name: str, description: str, path: str = "") -> Column:
    return Column(name, "number", description, reading(path or name))


def yes_or_no(name: str, description: str, path: str = "") -> Column:
    return Column(name, "boolean", description, reading(path or name))


def day(name: str, description: str, path: str = "") -> Column:
    return Column(name, "date", description, reading(path or name))
