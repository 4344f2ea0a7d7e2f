"""Assessments written by hand, for states of review that take a person many steps to reach."""

from claims.rating.vocabulary import (
    AssessmentKind,
    Certainty,
    Concern,
    Domain,
    InterestKind,
    NoVerdict,
    ReviewState,
    headline,
)

DOMAINS = ("risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias")
NAMES = {1: "Rosa", 2: "Sven", 3: "Tove"}


def term(one):
    return {"code": one.value, "label": one.label, "symbol": one.symbol}


def top(code):
    one = headline(code)
    return term(one) | {"side": str(one.side), "sentence": one.sentence}


def assessment(
    person, verdict="possibly-not-supported", certainty="low", kind="independent", **own
):
    """Return one as it stands in a document."""
    level = term(Certainty(certainty)) | {"level": Certainty(certainty).level}
    return {
        "number": person,
        "reviewer": {
            "id": person,
            "name": NAMES[person],
            "affiliation": f"University {person}",
            "orcid": "0000-0002-1825-0097",
        },
        "kind": term(AssessmentKind(kind)),
        "verdict": top(verdict),
        "certainty": level,
        "domains": [_domain(name) for name in DOMAINS],
        "raised": 1,
        "raised_reason": "A large effect in two trials.",
        "suggested": {"verdict": "possibly-not-supported", "certainty": "low", "domains": {}},
        "departs": False,
        "departure_reason": "",
        "lay_sentence": f"{NAMES[person]} says so.",
        "rationale": "Weighed study by study.",
        "interests": {"kinds": [InterestKind.MONEY.label], "text": "Fees in 2020."},
        "recused": False,
        "counts": True,
        "why_not": "",
        "signed_by": [],
        "on": f"2026-03-0{person}",
        "edition": 1,
        "is_current": True,
    } | own


def _domain(name):
    return {
        "domain": name,
        "label": Domain(name).label,
        "concern": term(Concern.SERIOUS),
        "levels": -1,
        "suggested": 0,
        "reason": f"Why {name} worries.",
    }


def put(document, kind, state, assessments, *, verdict=None, certainty=None, **review):
    """Make the document one whose top is of `kind`; without a verdict, the reviewers' lack of one."""
    level = certainty and term(Certainty(certainty)) | {"level": Certainty(certainty).level}
    voices = [one for one in assessments if one["counts"]]
    document |= {
        "headline": {"kind": kind, "fallen": []},
        "verdict": top(verdict or NoVerdict.DISAGREEMENT),
        "certainty": level,
        "assessments": assessments,
        "review": term(ReviewState(state))
        | {"on": max((one["on"] for one in voices), default=None), "before": None, "changes": []}
        | {"said": [one["lay_sentence"] for one in voices]}
        | review,
    }
    return document


def searched(document, **parts):
    document["search"] = {
        "on": "2026-01-02",
        "words": "Searched PubMed and Embase.",
        "databases": ["PubMed", "Embase"],
        "query": '(microdos*[tiab]) AND "LSD" | psilocybin_',
        "found": 1200,
        "screened": 140,
        "included": 0,
        "by": "Rosa",
        "note": "Two languages",
    } | parts
    return document


DIFFERS = {"departs": True, "departure_reason": "The largest trial measured something else."}


def disagreed(document):
    other = assessment(2, "contested", "moderate", **DIFFERS)
    return put(document, "disagreement", "disagreement", [assessment(1), other])


def settled(document, kind="consensus"):
    other = assessment(2, "contested", "moderate", **DIFFERS)
    last = assessment(3 if kind == "arbitration" else 1, "contested", "very-low", kind, number=3)
    last |= {"signed_by": ["Rosa", "Sven"] if kind == "consensus" else [], **DIFFERS}
    answer = {"verdict": "contested", "certainty": "very-low"}
    return put(document, "reviewers", "resolved", [assessment(1), other, last], **answer)


def out_of_date(document):
    old = [assessment(person, "contested", "very-low", is_current=False) for person in (1, 2)]
    gone = assessment(3, counts=False, why_not="Replaced by a later one.")
    return put(
        document,
        "out-of-date",
        "stale",
        [*old, gone],
        verdict="contested",
        certainty="very-low",
        before=term(ReviewState.AGREED),
        changes=["Added: Lee 2025, mood.", "Smith 2024: was published, is now retracted."],
    )


def under_review(document):
    put(document, "under-review", "one-reviewer", [assessment(1)], verdict="under-review")
    key, record = next(iter(sorted(document["sources"].items())))
    document["headline"]["fallen"] = [{"key": key, "label": record["label"], "edition": 1}]
    return document


STATES = {
    "settled": settled,
    "disagreed": disagreed,
    "out of date": out_of_date,
    "under review": under_review,
}
