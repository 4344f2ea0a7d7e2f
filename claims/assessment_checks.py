"""What an assessment must say before it is submitted (METHOD 1.7). Pure: reads values, no rows."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from claims.rating.vocabulary import CERTAINTY_OF, Certainty, Verdict

DOMAINS = {
    "risk_of_bias": "risk of bias",
    "inconsistency": "inconsistency",
    "indirectness": "indirectness",
    "imprecision": "imprecision",
    "publication_bias": "publication bias",
}
DEPARTURE_REASON_LENGTH = 40
Problems = Iterator[tuple[str, str]]
Person = tuple[str, str]


def suggested(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the rule suggests, in the form that an assessment is compared with."""
    suggestion = document["suggestion"]
    levels = dict(map(tuple, suggestion["domains"]))
    return {
        "verdict": suggestion["verdict"],
        "certainty": suggestion["certainty"],
        # A reviewer takes off two levels at most; the rule's third cannot be told apart from them.
        "domains": {name: max(min(levels.get(name, 0), 0), -2) for name in DOMAINS.values()},
    }


def departs(assessment, suggestion: Mapping[str, Any]) -> bool:
    """Return whether verdict, certainty or any domain differs from the suggestion."""
    own = (assessment.verdict, assessment.certainty or None)
    if own != (suggestion["verdict"], suggestion["certainty"]):
        return True
    return any(
        concern.levels != suggestion["domains"][DOMAINS[name]]
        for name, concern in assessment.concerns.items()
    )


def problems(assessment, document: Mapping[str, Any], person: Person) -> dict[str, str]:
    """Return {field: what is missing and what to do}; empty if it may be submitted.

    `person` is the reviewer's given and family name, looked for among the authors of the deciding
    studies.
    """
    found = [*_of_interests(assessment, document, person)]
    if not assessment.recused:
        found += [*_of_verdict(assessment), *_of_domains(assessment), *_of_words(assessment)]
        found += [*_of_departure(assessment, document)]
    first: dict[str, str] = {}
    for field, words in found:
        first.setdefault(field, words)
    return first


def _of_interests(assessment, document, person) -> Problems:
    if not assessment.interests.strip():
        yield "interests", "Declare your interests, or write: None declared."
    if "authorship" in assessment.interest_list and not assessment.authored:
        yield "authored", "Say which of the listed studies you wrote."
    if assessment.recused:
        return
    deciding = deciding_records(document)
    own = [record["label"] for key, record in deciding.items() if key in assessment.authored]
    if own:
        yield (
            "recused",
            f"You wrote {own[0]}, which decides this claim; recuse yourself: tick this and submit.",
        )
    alike = [record["label"] for record in deciding.values() if _is_by(record, person)]
    if alike and not own and not assessment.is_namesake:
        yield (
            "is_namesake",
            f"An author of {alike[0]}, which decides this claim, has your name. Tick this if that"
            " is somebody else; if it is you, name the study above and recuse yourself.",
        )


def deciding_records(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return {key: record} of the sources whose studies decide the suggestion."""
    studies = [study for study in document["studies"] if study["is_deciding"]]
    keys = {key for study in studies for key in study["sources"]}
    return {key: document["sources"][key] for key in sorted(keys)}


def _is_by(record, person: Person) -> bool:
    """Whether an author has the person's family name and, where both are known, first initial."""
    given, family = map(_plain, person)
    names = [
        (_plain(author.get("given", "")), _plain(author.get("family", "")))
        for author in record["authors"]
    ]
    return bool(family) and any(
        _is_same_family(own_family, family) and _may_be_same(own_given, given)
        for own_given, own_family in names
    )


def _is_same_family(one: str, other: str) -> bool:
    """Particles and second family names are written in one place and left out in another."""
    parts, others = one.replace("-", " ").split(), other.replace("-", " ").split()
    shorter = min(len(parts), len(others))
    return bool(shorter) and (
        parts[-shorter:] == others[-shorter:] or parts[:shorter] == others[:shorter]
    )


def _may_be_same(one: str, other: str) -> bool:
    return not (one and other) or one[0] == other[0]


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return (
        "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold().strip()
    )


def _of_verdict(assessment) -> Problems:
    if not assessment.verdict:
        yield "verdict", "Choose a verdict, or recuse yourself."
        return
    needed = CERTAINTY_OF.get(Verdict(assessment.verdict))
    if needed and assessment.certainty != needed:
        word, level = Verdict(assessment.verdict).label, Certainty(needed).label.lower()
        yield (
            "certainty",
            f"“{word}” goes with {level} certainty (Methods, “From certainty to words”); change one of the two.",
        )
    if assessment.verdict == Verdict.CONTESTED and not assessment.certainty:
        yield "certainty", "Choose how certain it is that sound studies disagree."


def _of_domains(assessment) -> Problems:
    for field, name in DOMAINS.items():
        if not getattr(assessment, field):
            yield field, f"Choose how much {name} takes off; “none” is an answer too."
        if not getattr(assessment, f"{field}_reason").strip():
            yield f"{field}_reason", f"Say in one sentence why, for {name}."
    if assessment.raised and not assessment.raised_reason.strip():
        yield "raised_reason", "Say why the certainty is rated up."


def _of_words(assessment) -> Problems:
    if not assessment.lay_sentence.strip():
        yield "lay_sentence", "Write one sentence for everybody, without jargon."
    if not assessment.rationale.strip():
        yield "rationale", "Say how you weighed the evidence."


def _of_departure(assessment, document) -> Problems:
    if not departs(assessment, suggested(document)):
        return
    if len(assessment.departure_reason.strip()) < DEPARTURE_REASON_LENGTH:
        yield (
            "departure_reason",
            f"You differ from the suggestion: say why, in at least {DEPARTURE_REASON_LENGTH} characters.",
        )
