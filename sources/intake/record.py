"""What every reader of citations yields: a record in one neutral form, or why it cannot be one. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# What is printed of a publication, in the order of a corpus record (sources/records.py).
PRINTED = (
    "type",
    "title",
    "container_title",
    "year",
    "month",
    "day",
    "volume",
    "issue",
    "pages",
    "authors",
    "authors_complete",
    "doi",
    "pmid",
    "pmcid",
    "url",
    "registration",
)
# Keys that a Record's `fields` may hold: those of a corpus record that a citation can tell, under the same
# names and in the same forms. What the file does not tell is absent.
KEYS = (*PRINTED, "authors_in_order", "peer_reviewed")


@dataclass(frozen=True, slots=True)
class Record:
    """One citation of a file, with identifiers in their normal form.

    `number` is its place in the file and `line` the line where it begins, both from 1. `notes` say in
    words what the file held and the record does not: an identifier that is none, a text cut at its limit.
    """

    number: int
    line: int
    fields: Mapping[str, Any]
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that cannot be taken in: where it stands, what is wrong and what to do about it.

    `fields` are those that could be read all the same, so that a person knows which paper it is.
    """

    number: int
    line: int
    what: str
    remedy: str
    fields: Mapping[str, Any] = field(default_factory=dict)
