"""Names for readers in place of the keys that the rule's sentences carry."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .escaping import plain


def with_names(text: str, document: Mapping[str, Any]) -> str:
    """Return the rule's sentence with the label of every source and study it names by key."""
    names = {key: record["label"] for key, record in document["sources"].items()}
    names |= {study["key"]: study["label"] for study in document["studies"]}
    return re.sub(r"[\w:-]+", lambda found: names.get(found[0], found[0]), text)


def named(studies: Iterable[Mapping[str, str]]) -> str:
    """Return the labels of studies by the alphabet, escaped."""
    return "; ".join(
        plain(label) for label in sorted((s["label"] for s in studies), key=str.casefold)
    )
