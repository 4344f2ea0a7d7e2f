"""The pages of profiles: one's own to write, those of others to look at."""

import datetime

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from claims.models import Profile
from tests.claims.admin.pages import text
from tests.claims.test_people import introduce

LIST = "/admin/claims/profile/"
MINE = "/admin/claims/profile/mine/"
NEW = {
    "first_name": "Edith",
    "last_name": "Example",
    "affiliation": "University of Example",
    "orcid": "https://orcid.org/0000-0002-1825-0097",
    "interest_kinds": ["authorship", "money"],
    "interests": "Wrote one of the trials.",
}


def today():
    return timezone.now().date()


@pytest.fixture
def profile(reviewer):
    return introduce(reviewer, first_name="Rosa", orcid="", today=today())


@pytest.mark.parametrize("address", ["", "1/change/", "1/history/"])
def test_stranger_sees_no_profiles_of_others(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer", "stranger"])
def test_my_profile_is_for_all_staff(client, request, person):
    client.force_login(request.getfixturevalue(person))
    assert "You have no profile yet" in text(client.get(reverse("admin:claims_profile_mine")))


def test_my_profile_is_not_for_readers(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get(MINE).status_code == 302


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "{}/change/", "{}/history/"])
def test_both_roles_look(client, request, profile, person, address):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(profile.pk)).status_code == 200


@pytest.mark.parametrize("person", ["editor", "reviewer", "admin_user"])
def test_nobody_writes_in_the_list(client, request, profile, person):
    client.force_login(request.getfixturevalue(person))
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{profile.pk}/change/", NEW).status_code == 403


def test_profile_page_shows_words_for_kinds(as_editor, profile):
    page = text(as_editor.get(f"{LIST}{profile.pk}/change/"))
    assert "Rosa Example" in page
    assert "Money, Public advocacy" in page


def test_list_links_to_my_profile(as_editor):
    assert f'href="{MINE}"' in as_editor.get(LIST).content.decode()


def test_list_asks_as_much_for_three_rows_as_for_one(
    as_editor, profile, editor, stranger, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_editor.get(LIST)
    for person in (editor, stranger):
        introduce(person, orcid="")
    with django_assert_max_num_queries(len(one)):
        assert as_editor.get(LIST).context["cl"].result_count == 3


def test_my_profile_stores_what_is_said_today(as_editor, editor):
    as_editor.post(MINE, NEW)
    profile = Profile.objects.get(user=editor)
    assert profile.orcid == "0000-0002-1825-0097"
    assert profile.interest_kinds == "money,authorship"
    assert profile.interests_on == today()
    assert profile.history.get().history_user == editor


def test_my_profile_gives_the_account_its_name(as_editor, editor):
    as_editor.post(MINE, NEW)
    assert User.objects.get(pk=editor.pk).get_full_name() == "Edith Example"


def test_my_profile_says_until_when_it_holds(as_editor):
    page = text(as_editor.post(MINE, NEW, follow=True))
    last = today() + datetime.timedelta(days=365)
    assert f"Saved. What you said about your interests holds until {last:%-d %B %Y}." in page


def test_my_profile_shows_what_is_stored(as_editor):
    as_editor.post(MINE, NEW)
    form = as_editor.get(MINE).context["form"]
    assert form["last_name"].value() == "Example"
    assert form["interest_kinds"].value() == ["money", "authorship"]


def test_my_profile_asks_to_renew_after_a_year(as_editor, editor):
    introduce(editor, today=today() - datetime.timedelta(days=366))
    assert "before your next assessment" in text(as_editor.get(MINE))


def test_saving_unchanged_renews(as_editor, editor):
    introduce(editor, today=today() - datetime.timedelta(days=400))
    as_editor.post(MINE, NEW)
    assert Profile.objects.get().interests_on == today()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("orcid", "0000-0002-1825-0098", "Not a valid ORCID"),
        ("last_name", " ", "This field is required"),
        ("interests", "", "This field is required"),
        ("interests", "x" * 1001, "at most 1000 characters"),
        ("interest_kinds", ["gold"], "gold is not one of the available choices"),
        ("affiliation", "a\x07b", "Remove the control characters"),
        ("first_name", "a\x07b", "Remove the control characters"),
    ],
)
def test_my_profile_refuses_in_words(as_editor, field, value, message):
    assert message in text(as_editor.post(MINE, NEW | {field: value}))
    assert not Profile.objects.exists()


def test_my_profile_refuses_the_orcid_of_another(as_editor, reviewer):
    introduce(reviewer)
    assert "Another person has this ORCID" in text(as_editor.post(MINE, NEW))


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(as_editor, profile, method):
    address = f"{LIST}{profile.pk}/delete/"
    response = getattr(as_editor, method)(address, {"post": "yes"}, follow=True)
    assert "Nothing was deleted." in text(response)
    assert Profile.objects.exists()


def test_history_tells_why(as_editor, profile):
    assert "Introduced." in text(as_editor.get(f"{LIST}{profile.pk}/history/"))
