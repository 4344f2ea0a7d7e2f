"""The summary of findings: one row for each group of outcomes, and one for all of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from claims.rating.vocabulary import Direction, Point

from .escaping import plain, sentence
from .estimates import estimates
from .families import studies_and_people
from .footnotes import Footnotes, reasons, reviewers_reasons
from .headlines import CURRENT, certainty_words, deciding_assessment, rated_now
from .phrases import NONE, counted, paragraphs, section, table

HEADER = (
    "Outcome",
    "Studies (people)",
    "What was found",
    "Direction of estimates",
    "Certainty",
    "Comments",
)
FOUND = {
    Direction.SUPPORTS: ("supports", "support"),
    Direction.NO_EFFECT: ("found no clear effect", "found no clear effect"),
    Direction.MIXED: ("is mixed", "are mixed"),
    Direction.CONTRADICTS: ("contradicts", "contradict"),
}


def summary_of_findings(document: Mapping[str, Any]) -> str:
    """Return the section: METHOD's six columns, then a line for every downgrade."""
    notes = Footnotes()
    rows = [_group_row(document, group, notes) for group in document["groups"]]
    rows.append(_claim_row(document, notes))
    return section("Summary of findings", table(HEADER, rows), paragraphs(notes.lines()))


def _claim_row(document: Mapping[str, Any], notes: Footnotes) -> list[str]:
    outcomes = document["claim"]["target"]["outcomes"] or "Outcomes not stated"
    name = "All outcomes together" if document["groups"] else outcomes
    rated, mark = rated_now(document), notes.mark(_reasons(document))
    row = _row(name, document["evidence"], rated, document, mark)
    if document["headline"]["kind"] not in CURRENT:
        row[-1] = f"Suggested by the rule: {row[-1]}"
    return row


def _reasons(document: Mapping[str, Any]) -> list[str]:
    """Return why the certainty in the row is what it is: the rule's reasons, or the reviewer's own."""
    one, suggestion = deciding_assessment(document), document["suggestion"]
    if one is None or (one["certainty"] or {}).get("code") == suggestion["certainty"]:
        return reasons(suggestion, document)
    return reviewers_reasons(one)


def _group_row(
    document: Mapping[str, Any], group: Mapping[str, Any], notes: Footnotes
) -> list[str]:
    evidence = [item for item in document["evidence"] if item["outcome_group"] == group["slug"]]
    mark = notes.mark(reasons(group["suggestion"], document))
    return _row(group["name"], evidence, group, document, mark)


def _row(name, evidence, rated, document, mark) -> list[str]:
    return [
        plain(name),
        studies_and_people(evidence, document["sources"]),
        _found(evidence, rated["suggestion"]),
        points(rated["suggestion"]),
        certainty_words(rated) + mark,
        _comment(rated),
    ]


def _found(evidence: Iterable[Mapping[str, Any]], suggestion: Mapping[str, Any]) -> str:
    """Return what the counted results say, in counts and estimates; nothing here is pooled."""
    results = [item for item in evidence if item["use"] == "counted"]
    if not results:
        return "Nothing that counts"
    directions = [item["direction"] for item in results]
    said = [
        f"{directions.count(term)} {words[directions.count(term) > 1]}"
        for term, words in FOUND.items()
        if term in directions
    ]
    heard = f"Not pooled. Of {counted(len(results), 'result')}: {', '.join(said)}."
    return " ".join(filter(None, [plain(heard), estimates(results)]))


def points(suggestion: Mapping[str, Any]) -> str:
    """Return "1 toward, 1 away, 5 no difference": where the studies' estimates lie."""
    tally = suggestion["points"]
    if not tally:
        return NONE
    words = {term: f"{tally[term]} {term.replace('-', ' ')}" for term in Point}
    if not tally[Point.NOT_REPORTED]:
        del words[Point.NOT_REPORTED]
    return ", ".join(words.values())


def _comment(rated: Mapping[str, Any]) -> str:
    suggestion, verdict = rated["suggestion"], rated["verdict"]
    if verdict["side"] == "insufficient":
        return f"{sentence(verdict['label'])} {sentence(verdict['sentence'])}"
    deciding, studies = len(suggestion["deciding"]), suggestion["counted_studies"]
    return f"{sentence(verdict['label'])} {deciding} of {counted(studies, 'counted study', 'counted studies')} decide."
