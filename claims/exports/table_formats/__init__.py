"""Formats of tables to take away: one module a format, found by its `FORMAT`. Pure.

To add one, add a module here that holds a `TableFormat`; every list and every page offers it by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from claims.exports.statement import Statement
from claims.exports.tables import Table

Editions = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Export:
    """The rows of one list, and what they are made from.

    `rows` are what the table's columns read from; they are gone through once. `editions_of` gives the
    (slug of the claim, number) of the editions that a row was made from. `about` is what the list belongs
    to, such as {"source": a record}; formats that hold nothing but rows leave it out.
    """

    statement: Statement
    table: Table
    rows: Iterable[Any]
    editions_of: Callable[[Any], Editions]
    about: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class TableFormat:
    """A file format of tables. `write` yields the text of the file in pieces."""

    name: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[Export], Iterator[str]]


@cache
def table_formats() -> dict[str, TableFormat]:
    """Return {name: TableFormat} in the order of the labels."""
    modules = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {one.name: one for one in sorted(found, key=lambda one: one.label)}
