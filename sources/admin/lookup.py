"""“Add by DOI or PubMed number”: what a service tells, as the beginning of the add form. Stores nothing."""

from dataclasses import dataclass, field
from typing import Any

from sources.identifiers import BadIdentifier, address
from sources.intake import lookup
from sources.intake.answers import NoAnswer, NotKnown
from sources.models import Source

PARAMETER = "found"
# By these a study is rated.
LEFT = {"design": "design", "species": "species", "dose_regime": "dose"}


@dataclass
class LookedUp:
    """What the box shows: the text that was sent, what came of it, and what the form begins with."""

    text: str = ""
    refusal: str = ""
    address: str = ""
    here: Source | None = None
    alike: Source | None = None
    found: lookup.Found | None = None
    initial: dict[str, Any] = field(default_factory=dict)

    @property
    def waits(self):
        """Whether an identifier is the next thing that is wanted."""
        return not (self.found or self.here)

    @property
    def filled(self):
        """How many fields the service told; a box that is ticked anyway is none of them."""
        told = self.found.record.fields.values()
        return sum(1 for value in told if value and not isinstance(value, bool))

    @property
    def left(self):
        """What no service tells of a study, as [(id in the form, name)]."""
        return [(f"id_{name}", label) for name, label in LEFT.items() if not self.initial.get(name)]


def looked_up(request) -> LookedUp:
    """Return what is known of the identifier in the address of an add page; asks only on GET."""
    text = request.GET.get(PARAMETER, "").strip()
    if request.method != "GET" or not text:
        return LookedUp(text[: lookup.LONGEST])
    try:
        name = lookup.name_of(text)
    except BadIdentifier as refusal:
        return LookedUp(text[: lookup.LONGEST], refusal=str(refusal))
    try:
        return _found(text, name)
    except (NotKnown, NoAnswer) as refusal:
        return LookedUp(text[: lookup.LONGEST], refusal=str(refusal), address=_address(name))


def _address(name):
    """Return where a person can see what a DOI names, whoever registered it."""
    return address(name.kind, name.text) if name.kind == "doi" else ""


def _found(text, name):
    if here := lookup.here_already(**{name.kind: name.text}):
        return LookedUp(text, here=here)
    found = lookup.look_up(name)
    if here := found.here_already():
        return LookedUp(text, here=here, found=found)
    initial = {**found.record.fields, "checked": [found.address]}
    return LookedUp(text, alike=lookup.look_alike(found), found=found, initial=initial)
