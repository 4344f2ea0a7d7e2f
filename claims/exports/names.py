"""Names for readers in place of the keys that the rule's sentences carry."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .escaping import plain

# A colon belongs to a key only within it: "review:osimo2020", but not "smith2024: mood".
_KEY = re.compile(r"[\w-]+(?::[\w-]+)?")


def with_names(text: str, document: Mapping[str, Any]) -> str:
    """Return the rule's sentence with the label of every source and study it names by key."""
    names = names_in(document)
    return _KEY.sub(lambda found: names.get(found[0], found[0]), text)


def names_in(document: Mapping[str, Any]) -> dict[str, str]:
    """Return {key: label} of every source, of every study and of every review as a study."""
    labels = {key: record["label"] for key, record in document["sources"].items()}
    reviews = {f"review:{key}": label for key, label in labels.items()}
    studies = {study["key"]: study["label"] for study in document["studies"]}
    return studies | labels | reviews


def named(studies: Iterable[Mapping[str, str]]) -> str:
    """Return the labels of studies by the alphabet, escaped."""
    return "; ".join(
        plain(label) for label in sorted((s["label"] for s in studies), key=str.casefold)
    )
