"""Profiles: who writes them, and how long what they say about interests holds."""

import datetime

import pytest

from claims import people
from claims.models import Profile
from claims.refusals import NotAllowed, Undeclared
from sources.identifiers import BadIdentifier
from tests.people import make_user

DAY = datetime.date(2026, 11, 23)


def introduce(user, *, by=None, **fields):
    given = {
        "first_name": "Edith",
        "last_name": "Example",
        "affiliation": "University of Example",
        "orcid": "https://orcid.org/0000-0002-1825-0097",
        "interest_kinds": ["advocacy", "money"],
        "interests": "Paid by Example Ltd.",
        "today": DAY,
    } | fields
    return people.introduce(user=user, by=by or user, **given)


def test_introduce_stores_what_readers_may_know(editor):
    introduce(editor)
    profile = Profile.objects.get(user=editor)
    assert profile.user.get_full_name() == "Edith Example"
    assert profile.orcid == "0000-0002-1825-0097"
    assert profile.interests_on == DAY


def test_introduce_keeps_kinds_in_one_order(editor):
    assert introduce(editor).interest_list == ["money", "advocacy"]


def test_introduce_again_keeps_the_history(editor):
    introduce(editor)
    again = introduce(editor, interests="None declared.", interest_kinds=[])
    told = [(row.interests, row.history_change_reason) for row in again.history.all()]
    assert told == [
        ("None declared.", "Interests stated again."),
        ("Paid by Example Ltd.", "Introduced."),
    ]
    assert again.version == 2


def test_introduce_is_for_oneself_only(editor, reviewer):
    with pytest.raises(NotAllowed, match="their own profile"):
        introduce(editor, by=reviewer)


def test_introduce_is_for_staff_only(db):
    with pytest.raises(NotAllowed, match="staff status"):
        introduce(make_user("reader"))


@pytest.mark.parametrize(
    ("fields", "remedy"),
    [
        ({"first_name": "", "last_name": " "}, "Give your name"),
        ({"interests": " "}, "None declared"),
        ({"interest_kinds": ["gold"]}, "choose among money"),
    ],
)
def test_introduce_needs_a_name_and_interests(editor, fields, remedy):
    with pytest.raises(Undeclared, match=remedy):
        introduce(editor, **fields)
    assert not Profile.objects.exists()


def test_introduce_checks_the_orcid(editor):
    with pytest.raises(BadIdentifier):
        introduce(editor, orcid="0000-0002-1825-0098")


def test_introduce_takes_nobody_without_orcid_for_another(editor, reviewer):
    introduce(editor, orcid="")
    assert introduce(reviewer, orcid="").pk


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (365, False), (366, True)])
def test_interests_are_due_after_a_year(editor, days, is_due):
    profile = introduce(editor)
    assert people.is_due(profile, DAY + datetime.timedelta(days=days)) is is_due
