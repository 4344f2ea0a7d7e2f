"""JSON read strictly: nothing that a file says may be dropped or invented."""

import json
from collections.abc import Callable
from typing import Any


class Numeral(float):
    """A number that remembers how it was written: 0.10 says more than 0.1."""

    text: str

    def __new__(cls, text: str) -> "Numeral":
        numeral = super().__new__(cls, text)
        numeral.text = text
        return numeral

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__


def parse(
    text: str,
    constant: Callable[[str], Any] | None = None,
    number: Callable[[str], Any] = float,
) -> Any:
    """Return the content of a JSON text.

    Raises ValueError (with the remedy) for what is not JSON, for a key that stands twice in one
    object, and for nesting deeper than the reader can follow; for NaN and infinity too, unless
    `constant` makes a value of their name, for a caller who can say which field holds it.
    `number` makes a value of each numeral that a whole number would not hold.
    """
    try:
        return json.loads(
            text,
            object_pairs_hook=_once,
            parse_constant=constant or _no_constant,
            parse_float=number,
            parse_int=lambda numeral: number(numeral) if numeral == "-0" else int(numeral),
        )
    except RecursionError:
        raise ValueError("it is nested too deeply; write it flat") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object; keep one")
    return content


def _no_constant(text: str) -> None:
    raise ValueError(f"{text} is not a JSON number; write null for what is not known")
