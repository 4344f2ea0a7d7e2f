"""Every figure that can be downloaded: a module of this package that declares FIGURE; there is no list to edit."""

import pkgutil
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import claims.figures

CLAIM, HISTORY, MECHANISM, OVERVIEW = "claim", "history", "mechanism", "overview"
NUMBERED = re.compile(r"(?P<name>[a-z-]+?)(?:-(?P<number>[1-9]))?")


@dataclass(frozen=True)
class Figure:
    """One kind of figure.

    `build` takes what `of` names (a claim's document; all its editions; the current editions of a
    mechanism or of the site) and returns drawings with `width`, `height`, `caption` and
    `description`; `template` draws one of them. With `is_several` each has its number in its name.
    """

    name: str
    title: str
    of: str
    template: str
    build: Callable[[object], Iterable]
    is_several: bool = False


@dataclass(frozen=True)
class Chosen:
    """A figure asked for by name, and which of its drawings."""

    figure: Figure
    place: int

    def drawing(self, material: object) -> object | None:
        """Return what to draw; None if the material has no such drawing."""
        drawings = tuple(self.figure.build(material))
        return drawings[self.place] if self.place < len(drawings) else None


@cache
def figures() -> tuple[Figure, ...]:
    """Return all figures in the order of their modules' names."""
    package = claims.figures
    modules = [
        import_module(f"{package.__name__}.{found.name}")
        for found in pkgutil.iter_modules(package.__path__)
    ]
    return tuple(module.FIGURE for module in modules if hasattr(module, "FIGURE"))


def chosen(name: str, *of: str) -> Chosen | None:
    """Return the figure of that name among those of `of`; None if there is none."""
    parts = NUMBERED.fullmatch(name)
    if parts is None:
        return None
    asked = (parts["name"], bool(parts["number"]))
    for figure in figures():
        if figure.of in of and (figure.name, figure.is_several) == asked:
            return Chosen(figure, int(parts["number"] or 1) - 1)
    return None


def names(figure: Figure, material: object) -> list[str]:
    """Return the names under which a figure's drawings of this material are found."""
    number = len(tuple(figure.build(material)))
    if figure.is_several:
        return [f"{figure.name}-{place}" for place in range(1, number + 1)]
    return [figure.name] if number else []
