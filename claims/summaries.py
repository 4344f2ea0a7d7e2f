"""What lists need of a document, in columns, so that no list opens documents. Pure."""

from claims.rating import vocabulary
from claims.streams import count_by_dose, count_by_stream, studies_at

CROSS_CUTTING = 99


def edition_columns(document):
    """Return the columns of an Edition that repeat its document."""
    claim = document["claim"]
    return {
        "fingerprint": document["fingerprint"],
        "rule": document["rule"],
        "verdict": document["verdict"]["code"],
        "certainty": document["certainty"]["code"] if document["certainty"] else "",
        "review_state": document["review"]["code"],
        "reviewed_on": document["review"]["on"],
        "searched_on": document["search"]["on"],
        "withdrawn_on": max((tomb["on"] for tomb in document["withdrawn"]), default=None),
        "slug": claim["slug"],
        "statement": claim["statement"],
        "mechanism": claim["mechanism"]["slug"] if claim["mechanism"] else "",
        "position": _position(claim),
        "kind": claim["kind"],
        "scope": claim["scope"],
        "step": claim["step"],
        "tags": _between_spaces(claim["tags"]),
        "summary": summary(document),
    }


# What reviewers and searchers add to the page; the rest is the claim and its evidence.
JUDGED = {"schema", "verdict", "certainty", "headline", "review", "assessments", "search"}


def evidence_side(document):
    """Return the part of a document that changes when claim, evidence or sources are edited."""
    return {name: part for name, part in document.items() if name not in JUDGED}


def deciding_sources(document):
    """Return the keys of the sources whose studies decide the suggestion."""
    studies = [study for study in document["studies"] if study["is_deciding"]]
    return {key for study in studies for key in study["sources"]}


def _position(claim):
    mechanism = claim["mechanism"]["order"] if claim["mechanism"] else CROSS_CUTTING
    return mechanism * 1000 + claim["order"]


def _between_spaces(tags):
    return "".join(f" {tag['slug']}" for tag in tags) + " " if tags else ""


def summary(document):
    """Return the counts and words of an edition's row in a list."""
    suggestion = document["suggestion"]
    evidence, studies = document["evidence"], studies_at(document)
    return {
        "verdict": document["verdict"],
        "certainty": document["certainty"],
        "review": document["review"],
        "mechanism": document["claim"]["mechanism"],
        "tags": document["claim"]["tags"],
        "studies_at": studies,
        "streams": count_by_stream(studies),
        "doses": count_by_dose(studies),
        "items": len(evidence),
        "studies": suggestion["counted_studies"],
        "people": _people(document),
        "directions": _directions(document["studies"]),
        "points": suggestion["points"],
        "lean": suggestion["lean"],
        "doubt": main_doubt(document),
        "abstract_only": sum(item["basis"] == "abstract" for item in evidence),
        "bias_not_assessed": sum(item["risk_of_bias"] == "not-assessed" for item in evidence),
        "role_unclear": sum(item["outcome_role"] == "unclear" for item in evidence),
        "n_assumed": sum(item["n_analysed"] is None for item in evidence),
        "headline": document["headline"]["kind"],
        "assessments": [_brief(one) for one in document["assessments"]],
        "pair": _pair(document),
    }


def _brief(assessment):
    """Return what the reviewers' page needs of an assessment."""
    domains = assessment["domains"]
    return {
        **{name: assessment[name] for name in ("number", "kind", "on", "counts", "recused")},
        **{name: assessment[name] for name in ("verdict", "certainty", "suggested", "departs")},
        "reviewer": assessment["reviewer"]["id"],
        "domains": {one["domain"]: one["levels"] - one["suggested"] for one in domains},
    }


def _pair(document):
    """Return who made two independent assessments that count, and what they say; else None.

    The same two people stand in the same order in every claim: Cohen's kappa needs it.
    """
    voices = [
        one
        for one in document["assessments"]
        if one["counts"] and one["is_current"] and one["kind"]["code"] == "independent"
    ]
    if len(voices) != 2:
        return None
    voices.sort(key=lambda one: one["reviewer"]["id"])
    return {
        "people": [one["reviewer"]["id"] for one in voices],
        "sides": [one["verdict"]["side"] for one in voices],
        "certainties": [one["certainty"] and one["certainty"]["code"] for one in voices],
    }


def _people(document):
    """Return how many people stand behind the counted studies; None if no study says."""
    known = [
        study["n"]
        for study in document["studies"]
        if study["n"] is not None and _is_of_people(study, document["sources"])
    ]
    return sum(known) if known else None


def _is_of_people(study, records):
    """The rule files every review under people; its numbers are people only if the record says so."""
    is_human = all(records[key]["species"] == "human" for key in study["sources"])
    return study["material"] == "people" and (is_human or not study["is_review"])


def _directions(studies):
    return {
        direction: sum(study["direction"] == direction for study in studies)
        for direction in vocabulary.Direction.values()
    }


def main_doubt(document):
    """Return the step that takes most off the certainty, in words; empty if nothing does."""
    steps = [step for step in document["suggestion"]["steps"] if step["domain"] != "start"]
    worst = min(steps, key=lambda step: step["levels"], default=None)
    return worst["words"] if worst and worst["levels"] < 0 else ""


def citation_columns(record):
    """Return the columns of a Citation that repeat a source's public record."""
    plain = ("key", "label", "title", "year", "design", "species", "dose_regime", "study", "status")
    substances = ",".join(record["substances"])
    return {name: record[name] for name in plain} | {
        "substances": f",{substances}," if substances else "",
        "tags": _between_spaces(record["tags"]),
        "record": record,
    }
