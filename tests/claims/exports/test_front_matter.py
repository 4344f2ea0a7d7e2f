import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.exports.escaping import one_line, plain
from claims.exports.front_matter import front_matter
from claims.exports.markdown import claim_summary
from tests.claims.exports.reviewed import STATES, disagreed, searched

KEYS = [
    "title",
    "claim",
    "mechanism",
    "kind",
    "scope",
    "verdict",
    "certainty",
    "review",
    "rule",
    "exported",
    "evidence_as_of",
    "last_search",
    "last_reviewed",
    "last_edited",
    "fingerprint",
    "edition",
    "url",
]


def block(text):
    return text.split("---\n")[1]


def test_front_matter_of_a_claim_has_one_key_a_line(mood):
    lines = block(claim_summary(mood)).splitlines()
    assert [line.partition(":")[0] for line in lines] == KEYS


def test_front_matter_says_what_the_edition_says(mood):
    values = yaml.safe_load(block(claim_summary(mood, base_url="https://kb.example.org/")))
    assert values == {
        "title": mood.statement,
        "claim": "microdose-mood",
        "mechanism": "Neurotransmitter modulation",
        "kind": "effect",
        "scope": "microdose",
        "verdict": mood.verdict,
        "certainty": mood.certainty,
        "review": "not-reviewed",
        "rule": "1.0",
        "exported": mood.published_at.date().isoformat(),
        "evidence_as_of": mood.published_at.date().isoformat(),
        "last_search": "not recorded",
        "last_reviewed": "not reviewed",
        "last_edited": mood.edited_at.date().isoformat(),
        "fingerprint": mood.fingerprint[:12],
        "edition": 1,
        "url": "https://kb.example.org/claims/microdose-mood/editions/1/",
    }


def test_a_claim_without_evidence_has_no_certainty(claim):
    values = yaml.safe_load(block(claim_summary(claim.editions.get())))
    assert (values["verdict"], values["certainty"]) == ("insufficient", None)
    assert values["mechanism"] is None


@pytest.mark.parametrize(
    ("state", "verdict", "certainty", "review"),
    [
        ("settled", "contested", "very-low", "resolved"),
        ("disagreed", "reviewers-disagree", None, "disagreement"),
        ("out of date", "contested", "very-low", "stale"),
        ("under review", "under-review", None, "one-reviewer"),
    ],
)
def test_front_matter_says_what_stands_at_the_top(mood, state, verdict, certainty, review):
    STATES[state](mood.document)
    values = yaml.safe_load(block(claim_summary(mood)))
    assert [values[name] for name in ("verdict", "certainty", "review")] == [
        verdict,
        certainty,
        review,
    ]


def test_front_matter_dates_the_last_look(mood):
    searched(disagreed(mood.document))
    values = yaml.safe_load(block(claim_summary(mood)))
    assert (values["last_search"], values["last_reviewed"]) == ("2026-01-02", "2026-03-02")


@given(st.text())
def test_any_text_survives_yaml(text):
    written = front_matter({"title": text, "next": "here"})
    assert yaml.safe_load(block(written + "\n")) == {"title": one_line(text), "next": "here"}


@pytest.mark.parametrize("title", ['a: b # "c" — µ', "- x", "null", "12e3", "&a *b", "'", "{a: b}"])
def test_a_title_keeps_its_type_and_words(title):
    values = yaml.safe_load(block(front_matter({"title": plain(title)}) + "\n"))
    assert values["title"].replace("\\", "").replace("&amp;", "&") == title
