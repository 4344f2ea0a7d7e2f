"""The story of a verdict step by step: page, Markdown and feed always say the same. On both engines."""

import pytest

from sources.intake import library
from tests.people import make_assessment

pytestmark = pytest.mark.django_db
FOR = {"verdict": "possibly-supported", "certainty": "low"}
AGAINST = {"verdict": "possibly-not-supported", "certainty": "low"}


@pytest.fixture
def shown(client, claim):
    """Return a function that reads what readers get now."""

    def shown():
        addresses = (
            f"/claims/{claim.slug}/",
            f"/claims/{claim.slug}.md",
            f"/claims/{claim.slug}/feed/",
        )
        return [client.get(address).content.decode() for address in addresses]

    return shown


@pytest.fixture
def quarrel(judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer, **FOR)
    make_assessment(claim=judged, by=second_reviewer, **AGAINST)
    return judged


def everywhere(words, texts):
    return [words in text for text in texts] == [True, True, True]


def test_suggestion_is_labelled_everywhere(judged, shown):
    page, markdown, _ = shown()
    assert "Automatic suggestion, not yet reviewed" in page
    assert "Automatic suggestion, not yet reviewed" in markdown


def test_first_assessment_is_told_everywhere(judged, reviewer, shown):
    make_assessment(claim=judged, by=reviewer, **FOR)
    assert everywhere("Assessed by one reviewer", shown())


def test_disagreement_is_told_everywhere(quarrel, shown):
    assert everywhere("Reviewers disagree", shown())


def test_both_sides_of_a_disagreement_stand_on_the_page(quarrel, shown):
    page, markdown, _ = shown()
    for words in ("Possibly supported", "Possibly not so", "Rosa", "Sven"):
        assert words in page
        assert words in markdown


def test_arbitration_is_told_everywhere(quarrel, third, shown):
    make_assessment(claim=quarrel, by=third, kind="arbitration", **FOR)
    assert everywhere("Settled after disagreement", shown())


def retract(source, by, kind="retraction"):
    library.record_notice(source=source, kind=kind, by=by, reason="Not to be verified.")


def test_retraction_is_told_everywhere(quarrel, source, editor, shown):
    retract(source, editor)
    assert everywhere("Under review", shown())


def test_reinstatement_takes_it_back_on_the_page(quarrel, source, editor, shown):
    retract(source, editor)
    retract(source, editor, "reinstatement")
    page, markdown, _ = shown()
    assert "Under review" not in page + markdown
    assert "Reviewers disagree" in page


def test_both_looking_again_is_told_everywhere(
    quarrel, source, editor, reviewer, second_reviewer, shown
):
    retract(source, editor)
    for person in (reviewer, second_reviewer):
        make_assessment(claim=quarrel, by=person)
    assert everywhere("Assessed by two reviewers", shown())
