"""Who judged, by which method, with which limits, and how to cite the summary."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from claims.rating.vocabulary import ReviewState

from .escaping import link, plain, sentence
from .front_matter import published_on, version_of
from .phrases import section

SITE = "Microdosing Evidence"
METHODS = "/methods/"


def reviewers(document: Mapping[str, Any]) -> str:
    """Return the section. Until two people have assessed a claim there is no agreement to state."""
    evidence = document["evidence"]
    whole = len(evidence)
    verified = sum(bool(item["verified_by"]) for item in evidence)
    read = sum(item["basis"] == "full-text" for item in evidence)
    names = _names(item["extracted_by"] for item in evidence)
    checkers = _names(item["verified_by"] for item in evidence if item["verified_by"])
    extraction = f"Extraction: by {names or 'nobody yet'}; verified by a second person for {verified} of {whole}"
    extraction += f" ({checkers})" if checkers else ""
    return section(
        "Reviewers",
        _state(document["review"]),
        "Agreement on this claim: no assessments yet. "
        + f"{extraction}; full text for {read} of {whole}.",
    )


def _state(review: Mapping[str, str]) -> str:
    is_open = review["code"] == ReviewState.NOT_REVIEWED
    return "Not yet reviewed by people." if is_open else sentence(review["label"])


def _names(people: Iterable[str]) -> str:
    counts = sorted(Counter(people).items(), key=lambda pair: (-pair[1], pair[0]))
    if len(counts) == 1:
        return plain(counts[0][0])
    return ", ".join(f"{plain(name)} ({count})" for name, count in counts)


def method_and_limits(document: Mapping[str, Any], root: str) -> str:
    """Return the section; `root` is the address of the site."""
    search = document["search"]
    review = (
        "a literature search is recorded below"
        if search["on"]
        else "no systematic search is recorded"
    )
    link_to = f"{root}{METHODS}"
    return section(
        "Method and limits",
        f"Rule {plain(document['rule'])} turned the evidence items above into the suggested verdict; "
        "it is a suggestion until two people have judged it. "
        f"This is not a systematic review: {review}. It is not medical advice.",
        f"How the rule works: {link(link_to, link_to)}",
        f"How the studies were found: {sentence(search['words'])}",
    )


def how_to_cite(edition, address: str) -> str:
    """Return the section with the permanent address of the edition."""
    document = edition.document
    statement = plain(document["claim"]["statement"].rstrip(". "))
    words = (
        f'{SITE}. "{statement}". Version {plain(version_of(document))}, edition {edition.number}'
    )
    return section("How to cite", f"{words}, {published_on(edition)}. {link(address, address)}")
