"""“Add by DOI or PubMed number”: what a service tells, as the beginning of the add form. Stores nothing."""

from dataclasses import dataclass, field
from typing import Any

from sources.identifiers import BadIdentifier
from sources.intake import lookup
from sources.intake.answers import NoAnswer, NotKnown
from sources.models import Source

PARAMETER = "found"


@dataclass
class LookedUp:
    """What the box shows: the text that was sent, what came of it, and what the form begins with."""

    text: str = ""
    refusal: str = ""
    here: Source | None = None
    alike: Source | None = None
    found: lookup.Found | None = None
    initial: dict[str, Any] = field(default_factory=dict)


def looked_up(request) -> LookedUp:
    """Return what is known of the identifier in the address of an add page; asks only on GET."""
    text = request.GET.get(PARAMETER, "").strip()
    if request.method != "GET" or not text:
        return LookedUp(text[: lookup.LONGEST])
    try:
        return _found(text, lookup.name_of(text))
    except (BadIdentifier, NotKnown, NoAnswer) as refusal:
        return LookedUp(text[: lookup.LONGEST], refusal=str(refusal))


def _found(text, name):
    if here := lookup.here_already(**{name.kind: name.text}):
        return LookedUp(text, here=here)
    found = lookup.look_up(name)
    if here := found.here_already():
        return LookedUp(text, here=here, found=found)
    initial = {**found.record.fields, "checked": [found.address]}
    return LookedUp(text, alike=lookup.look_alike(found), found=found, initial=initial)
