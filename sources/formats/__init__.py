"""Reference formats to take away: one module a format, found by its `FORMAT`. Pure.

To add one, add a module here that holds a `Format`; pages, lists, exports and the API offer it by themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any


@dataclass(frozen=True)
class Format:
    """A file format of reference managers.

    `write` takes public records of sources (sources/records.py) and a comment, one line of plain text that
    states where the file is from, and yields the text of the file in pieces. A format that has no comments leaves
    it out. `name` is the value of ?format=, `suffix` the end of file names and addresses.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[Iterable[Mapping[str, Any]], str], Iterator[str]]


@cache
def formats() -> dict[str, Format]:
    """Return {name: Format} in the order of the labels."""
    modules = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {one.name: one for one in sorted(found, key=lambda one: one.label)}
