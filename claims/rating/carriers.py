"""How sentences name the studies that carry the answer: one or several, studies or reviews."""

from .body import Body
from .wording import counted

PLURAL = {"study": "studies", "review": "reviews"}


def unit(body: Body) -> str:
    """Return "review" if only reviews carry the answer, else "study"."""
    return "review" if all(study.is_review for study in body.leading) else "study"


def the_carriers(body: Body) -> str:
    """Return "the study that carries the answer", "the reviews that decide"."""
    noun = unit(body)
    if len(body.leading) == 1:
        return f"the {noun} that {'decides' if body.lean == 'split' else 'carries the answer'}"
    return f"the {PLURAL[noun]} that {'decide' if body.lean == 'split' else 'carry the answer'}"


def carriers(body: Body) -> str:
    """Return "the study that carries the answer", "3 reviews that decide"."""
    number = len(body.leading)
    words = the_carriers(body)
    return words if number == 1 else words.replace("the", f"{number:,}", 1)


def all_carriers(body: Body) -> str:
    """Return "the study that carries the answer", "both studies ...", "all 3 studies ..."."""
    number = len(body.leading)
    if number == 2:
        return the_carriers(body).replace("the", "both", 1)
    return carriers(body) if number == 1 else f"all {carriers(body)}"


def units(body: Body, number: int) -> str:
    """Return "1 study", "2 reviews"."""
    noun = unit(body)
    return counted(number, noun, PLURAL[noun])
