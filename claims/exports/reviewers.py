"""Who judged the claim and what they said, how far they agree, and who extracted the evidence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from claims.rating.vocabulary import AssessmentKind, ReviewState

from .escaping import link, plain, sentence
from .headlines import certainty_words, opinions, settlement
from .phrases import listed, section, table

HEADER = (
    "Reviewer",
    "Date",
    "Verdict",
    "Certainty",
    "Differs from suggestion because",
    "Competing interests",
)
ORCID = "https://orcid.org/"
AGREEMENT = {
    ReviewState.NOT_REVIEWED: "cannot be stated, no assessment counts.",
    ReviewState.ONE_REVIEWER: "cannot be stated, one reviewer only.",
    ReviewState.AGREED: "same side and same certainty.",
    ReviewState.NEAR_AGREED: "same side, one step of certainty apart; the lower one is shown.",
}
Document = Mapping[str, Any]
Assessment = Mapping[str, Any]


def reviewers(document: Document) -> str:
    """Return the section. Until two people have assessed a claim there is no agreement to state."""
    assessments = document["assessments"]
    rows = [_row(one) for one in assessments]
    first = table(HEADER, rows) if rows else "Not yet reviewed by people."
    words = _agreement(document) if rows else "no assessments yet."
    return section(
        "Reviewers", first, f"Agreement on this claim: {words} {_extraction(document['evidence'])}"
    )


def _row(one: Assessment) -> list[str]:
    return [
        _person(one),
        plain(one["on"]),
        _verdict(one),
        "" if one["recused"] else certainty_words(one),
        _difference(one),
        _interests(one["interests"]),
    ]


def _person(one: Assessment) -> str:
    """Return who judged, from where, and in which part if not independently."""
    person, orcid = one["reviewer"], one["reviewer"]["orcid"]
    words = [plain(person["name"]), plain(person["affiliation"])]
    words.append(f"ORCID {link(orcid, ORCID + orcid)}" if orcid else "")
    words.append("" if _is_independent(one) else plain(one["kind"]["label"].lower()))
    return ", ".join(filter(None, words))


def _is_independent(one: Assessment) -> bool:
    return one["kind"]["code"] == AssessmentKind.INDEPENDENT


def _verdict(one: Assessment) -> str:
    """Return the verdict, and why it is not one of those that count now."""
    if one["recused"]:
        return "Recused"
    words = plain(f"{one['verdict']['symbol']} {one['verdict']['label']}")
    if not one["counts"]:
        return f"{words}. Not counted: {sentence(one['why_not'])}"
    return (
        words if one["is_current"] else f"{words}. Out of date: made for edition {one['edition']}."
    )


def _difference(one: Assessment) -> str:
    if one["recused"]:
        return ""
    return sentence(one["departure_reason"]) if one["departs"] else "Does not differ"


def _interests(interests: Mapping[str, Any]) -> str:
    kinds = plain(", ".join(interests["kinds"]))
    return ": ".join(filter(None, [kinds, sentence(interests["text"])]))


def _agreement(document: Document) -> str:
    """Return how far the reviewers agree; what agreed once may have gone out of date."""
    review = document["review"]
    if review["code"] != ReviewState.STALE:
        return _agreed(ReviewState(review["code"]), document)
    before = review["before"]["code"] if review["before"] else ReviewState.NOT_REVIEWED
    return f"before the evidence changed: {_agreed(ReviewState(before), document)}"


def _agreed(state: ReviewState, document: Document) -> str:
    if state == ReviewState.DISAGREEMENT:
        return f"the reviewers disagree, {_apart(document)}."
    if state == ReviewState.RESOLVED:
        return f"the reviewers disagreed, {_apart(document)}; {_settled(document)}."
    return AGREEMENT[state]


def _apart(document: Document) -> str:
    sides = {one["verdict"]["side"] for one in opinions(document)}
    return "different sides" if len(sides) > 1 else "two or more steps of certainty apart"


def _settled(document: Document) -> str:
    settled = settlement(document)
    if settled["kind"]["code"] == AssessmentKind.CONSENSUS:
        return f"settled by consensus signed by {listed(map(plain, settled['signed_by']))}"
    return f"settled by arbitration of {plain(settled['reviewer']['name'])}"


def _extraction(evidence: list[Mapping[str, Any]]) -> str:
    whole = len(evidence)
    verified = sum(bool(item["verified_by"]) for item in evidence)
    read = sum(item["basis"] == "full-text" for item in evidence)
    names = _names(item["extracted_by"] for item in evidence)
    checkers = _names(item["verified_by"] for item in evidence if item["verified_by"])
    words = f"Extraction: by {names or 'nobody yet'}; verified by a second person for {verified} of {whole}"
    words += f" ({checkers})" if checkers else ""
    return f"{words}; full text for {read} of {whole}."


def _names(people: Iterable[str]) -> str:
    counts = sorted(Counter(people).items(), key=lambda pair: (-pair[1], pair[0]))
    if len(counts) == 1:
        return plain(counts[0][0])
    return ", ".join(f"{plain(name)} ({count})" for name, count in counts)
