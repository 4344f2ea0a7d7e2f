"""Who may judge a claim: interests, authors, namesakes, and a hand in the evidence."""

import datetime

import pytest
import time_machine

from claims import reviewing
from claims.refusals import Incomplete, InterestsTooOld, NotThisPerson
from tests.claims.voices import begun, document, state, submit
from tests.people import make_accepted, make_assessment, make_profile, make_user

pytestmark = pytest.mark.django_db


def test_recusal_needs_only_the_interests(judged, reviewer):
    submit(begun(judged, reviewer, recused=True, interests="I sell it."), reviewer)
    assert document(judged)["assessments"][0]["why_not"] == "Recused."


def test_author_of_a_deciding_study_must_recuse(judged, reviewer):
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=reviewer, authored=["smith2024trial"])
    assert list(refused.value.problems) == ["recused"]


def test_namesake_of_an_author_is_asked(judged):
    ada = make_user("ada", role="Reviewers", first_name="Ada", last_name="Smith", is_staff=True)
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=ada)
    assert list(refused.value.problems) == ["is_namesake"]


def test_namesake_who_says_so_may_assess(judged):
    ada = make_user("ada", role="Reviewers", first_name="Ada", last_name="Smith", is_staff=True)
    make_assessment(claim=judged, by=ada, is_namesake=True)
    assert state(judged) == "one-reviewer"


def test_whoever_had_a_hand_in_everything_is_no_second_person(
    claim, source, reviewer, second_reviewer
):
    make_accepted(claim=claim, source=source, by=reviewer, accepted_by=second_reviewer)
    make_assessment(claim=claim, by=reviewer)
    make_assessment(claim=claim, by=second_reviewer)
    assert state(claim) == "one-reviewer"


def test_interests_older_than_a_year_are_renewed_first(judged, reviewer):
    with time_machine.travel(datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)):
        make_profile(reviewer)
    with pytest.raises(InterestsTooOld, match="My profile"):
        make_assessment(claim=judged, by=reviewer)


def test_later_recusal_takes_back_the_second_review(judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    make_assessment(claim=judged, by=second_reviewer)
    draft = reviewing.begin(claim=judged, by=reviewer)
    draft.recused, draft.interests = True, "I was hired by a maker."
    submit(draft, reviewer)
    assert state(judged) == "one-reviewer"


def test_whoever_had_a_hand_in_everything_arbitrates_nothing(disagreed, editor):
    reviewers = make_user("x").groups.model.objects.get(name="Reviewers")
    editor.groups.add(reviewers)
    person = type(editor).objects.get(pk=editor.pk)
    with pytest.raises(NotThisPerson, match="every item"):
        reviewing.begin(claim=disagreed, by=person, kind="arbitration")


@pytest.mark.parametrize(
    ("first", "last"),
    [("Ada", "Smith"), ("", "Smith"), ("Anna", "van Smith"), ("A.", "Smith Lopez")],
)
def test_name_among_the_authors_is_asked_about(judged, first, last):
    person = make_user("p", role="Reviewers", first_name="P", last_name="Q", is_staff=True)
    make_profile(person)
    person.first_name, person.last_name = first, last
    with pytest.raises(Incomplete) as refused:
        make_assessment(claim=judged, by=person)
    assert list(refused.value.problems) == ["is_namesake"]


def test_another_given_name_is_nobodys_namesake(judged):
    person = make_user("p", role="Reviewers", first_name="Bea", last_name="Smith", is_staff=True)
    make_assessment(claim=judged, by=person)
    assert state(judged) == "one-reviewer"
