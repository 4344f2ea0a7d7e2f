import random
import re

import pytest

from claims.exports.markdown import claim_summary
from claims.models import Edition
from tests.people import make_accepted, make_source

HEADINGS = [
    "## Question",
    "## Summary of findings",
    "## How certain, and why",
    "## Evidence",
    "### Counted",
    "### Shown, not counted",
    "### Excluded",
    "## What the evidence cannot tell us",
    "## Reviewers",
    "## Method and limits",
    "## References",
    "## How to cite",
]


def headings(text):
    return re.findall(r"^#.*$", text, re.MULTILINE)


def shuffled(tree):
    """PostgreSQL gives the keys of a document in an order of its own."""
    if isinstance(tree, dict):
        keys = list(tree)
        random.Random(7).shuffle(keys)
        return {key: shuffled(tree[key]) for key in keys}
    return [shuffled(branch) for branch in tree] if isinstance(tree, list) else tree


def test_every_claim_has_the_headings_of_the_method(editions):
    for edition in editions:
        assert headings(claim_summary(edition)) == [f"# {edition.statement}", *HEADINGS]


def test_a_claim_without_evidence_has_them_too(claim):
    text = claim_summary(claim.editions.get())
    assert headings(text) == ["# Microdosing does something.", *HEADINGS]
    assert text.count("None.") == 4 + 1
    assert "> **We do not know. Certainty: Not rated.** Nobody has studied this." in text


def test_the_same_edition_gives_the_same_bytes(mood):
    before = claim_summary(mood)
    mood.document = shuffled(mood.document)
    assert claim_summary(mood) == before


def test_lines_end_as_unix_lines_do_and_the_file_with_one(editions):
    for edition in editions:
        text = claim_summary(edition)
        assert "\r" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert text.isprintable() or set(re.findall(r"[^ -~\n]", text)).isdisjoint(
            "\x00\t\x85\u2028"
        )


def test_the_box_says_the_verdict_in_the_words_of_the_method(mood):
    text = claim_summary(mood)
    assert (
        "> **Possibly not so. Certainty: ⊕⊕◯◯ Low.** This may not be so. Studies that looked mostly "
        "did not find it, but leave real doubt.\n> Automatic suggestion, not yet reviewed.\n"
    ) in text


def test_not_knowing_still_says_how_the_evidence_leans(corpus):
    edition = Edition.objects.current().get(slug="microdose-neuroplasticity")
    assert "What there is leans against." in claim_summary(edition)


def test_the_question_has_what_the_method_asks(mood):
    text = claim_summary(mood)
    assert "Population: Adults · Dose: About a tenth" in text
    assert "Threshold: any effect in the claimed direction" in text
    assert "In our words, not the article's: Put forward as a possibility." in text


def test_a_permanent_address_is_cited(mood):
    text = claim_summary(mood, base_url="https://kb.example.org")
    address = "https://kb.example.org/claims/microdose-mood/editions/1/"
    day = mood.published_at.date().isoformat()
    cited = f"Version {mood.fingerprint[:12]}, {day}. [{address}]({address})\n"
    assert text.endswith(cited)
    assert "[https://kb.example.org/methods/](https://kb.example.org/methods/)" in text


@pytest.fixture
def verified(claim, editor, reviewer):
    source = make_source(by=editor)
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    return claim.editions.latest()


def test_who_extracted_and_verified_is_said(verified):
    extraction = (
        "Extraction: by Edith; verified by a second person for 1 of 1 (Rosa); full text for 1 of 1."
    )
    assert (
        f"Not yet reviewed by people.\n\nAgreement on this claim: no assessments yet. {extraction}"
        in (claim_summary(verified))
    )


def test_no_key_of_the_database_is_read_as_a_name(editions):
    for edition in editions:
        text = claim_summary(edition)
        body = re.sub(r"\(https?://[^)]*\)|\[http[^\]]*\]", "", text)
        for key in edition.document["sources"]:
            assert key not in body, (edition.slug, key)
