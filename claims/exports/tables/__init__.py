"""Tables to take away: one module a table, found by its `TABLE`. Pure: editions to rows of plain values.

CSV, JSON, the API's lists, the data package and the SQLite snapshot are all made from these.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any


@dataclass(frozen=True)
class Column:
    """One column: its name, what it holds and how it is read from a row's source.

    `type` is a field type of Frictionless Table Schema: string, integer, number, boolean, date or datetime.
    What is not known is None. `values` are the codes of an enumeration, if it is one.
    """

    name: str
    type: str
    description: str
    read: Callable[[Any], Any]
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of the public base. `rows` takes editions with documents and yields what columns read from.

    `key` names the columns that tell rows apart; `foreign` maps a column to the (table, column) it points to.
    With `of_every_edition` it takes former editions too, and opens no document. `brief` are the columns that
    fit on a page; without them all do.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Iterable[Any]], Iterator[Any]]
    key: tuple[str, ...]
    foreign: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    of_every_edition: bool = False
    brief: tuple[str, ...] = ()

    def values(self, row: Any) -> dict[str, Any]:
        """Return {column: value} of one row, in the order of the columns."""
        return {column.name: column.read(row) for column in self.columns}


@cache
def tables() -> dict[str, Table]:
    """Return {name: Table} in the order of the names."""
    modules = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    found = [module.TABLE for module in modules if hasattr(module, "TABLE")]
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}
