"""The files that hold the whole base: a module of this package that declares ARTEFACT; there is no list to edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from claims.whole_base.shelf import Shelf


@dataclass(frozen=True)
class Artefact:
    """One file that holds the whole base.

    `name` is the name of the file and the end of its address. `purpose` says what it is for and for
    whom, `opening` how to open it, both in plain words. `write` makes the file at a path and returns
    how many of what it holds, as in {"claim": 19}: the same bytes for the same shelf. `place` is its
    place among the others: what most people come for is first.
    """

    place: int
    name: str
    title: str
    purpose: str
    opening: str
    media_type: str
    write: Callable[[Shelf, Path], Mapping[str, int]]


@cache
def artefacts() -> tuple[Artefact, ...]:
    """Return all artefacts in the order of their places."""
    modules = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    found = [module.ARTEFACT for module in modules if hasattr(module, "ARTEFACT")]
    return tuple(sorted(found, key=lambda one: (one.place, one.name)))
