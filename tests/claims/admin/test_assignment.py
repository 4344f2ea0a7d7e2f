"""The screen of assignments."""

import datetime

import pytest
from django.utils import timezone
from zeal import zeal_ignore

from claims.models import Assignment
from tests.claims.admin.pages import text
from tests.claims.test_assignments import assign

LIST = "/admin/claims/assignment/"


def day(days):
    return timezone.now().date() + datetime.timedelta(days=days)


@pytest.fixture
def assignment(claim, editor, reviewer):
    return assign(claim, editor, by=reviewer)


@pytest.fixture
def new(claim, editor):
    return {"claim": claim.pk, "task": "search", "to": editor.pk, "due_on": day(7), "note": ""}


def page(assignment, name="change"):
    return f"{LIST}{assignment.pk}/{name}/"


def close_all(client, *rows):
    sent = {"action": "close_selected", "_selected_action": [row.pk for row in rows], "index": 0}
    return client.post(LIST, sent, follow=True)


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


def test_stranger_closes_nothing(client, stranger, assignment):
    client.force_login(stranger)
    assert client.post(page(assignment, "close")).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "{}/change/", "{}/history/"])
def test_both_roles_look(client, request, assignment, person, address):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(assignment.pk)).status_code == 200


@pytest.mark.parametrize(("person", "status"), [("editor", 403), ("reviewer", 200)])
def test_add_page_is_for_reviewers(client, request, person, status):
    client.force_login(request.getfixturevalue(person))
    assert client.get(f"{LIST}add/").status_code == status


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_reviewer, reviewer, second_reviewer, claim, assignment, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_reviewer.get(LIST)
    for task in ("search", "assess", "extract"):
        assign(claim, second_reviewer, by=reviewer, task=task)
    with django_assert_max_num_queries(len(one)):
        assert as_reviewer.get(LIST).context["cl"].result_count == 4


@pytest.mark.parametrize(
    ("query", "found"), [("?open=yes", 1), ("?open=no", 1), ("?task__exact=assess", 1), ("", 2)]
)
def test_list_filters_by_standing_and_task(as_reviewer, reviewer, claim, assignment, query, found):
    as_reviewer.post(page(assignment, "close"))
    assign(claim, reviewer, by=reviewer, task="assess")
    assert as_reviewer.get(LIST + query).context["cl"].result_count == found


def test_list_filters_by_person(as_reviewer, reviewer, claim, assignment):
    mine = assign(claim, reviewer, by=reviewer)
    response = as_reviewer.get(f"{LIST}?to__id__exact={reviewer.pk}")
    assert list(response.context["cl"].queryset) == [mine]


def test_add_notes_who_asked(as_reviewer, reviewer, new):
    as_reviewer.post(f"{LIST}add/", new)
    assert Assignment.objects.get().assigned_by == reviewer


def test_add_offers_staff_under_their_public_names(as_reviewer, editor, django_user_model):
    django_user_model.objects.create_user("reader")
    words = text(as_reviewer.get(f"{LIST}add/"))
    assert "Edith" in words
    assert "reader" not in words


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("due_on", day(-1), "The due date is past"),
        ("task", "assess", "has no role that may do this"),
        ("to", "9" * 20, "valid choice"),
        ("claim", "9" * 20, "valid choice"),
    ],
)
def test_add_refuses_in_words(as_reviewer, new, field, value, message):
    assert message in text(as_reviewer.post(f"{LIST}add/", new | {field: value}))
    assert not Assignment.objects.exists()


def test_add_refuses_what_is_open_already(as_reviewer, assignment, new):
    assert "look for it in the list" in text(as_reviewer.post(f"{LIST}add/", new))


def test_change_page_only_shows(as_reviewer, assignment, new):
    assert as_reviewer.post(page(assignment), new).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
def test_close_button_closes(client, request, assignment, person):
    client.force_login(request.getfixturevalue(person))
    assert page(assignment, "close") in client.get(page(assignment)).content.decode()
    response = client.post(page(assignment, "close"), follow=True)
    assert "closed." in text(response)
    assert page(assignment, "close") not in response.content.decode()


def test_close_button_is_not_shown_to_other_editors(as_editor, claim, reviewer):
    others = assign(claim, reviewer, by=reviewer)
    assert page(others, "close") not in as_editor.get(page(others)).content.decode()


def test_close_needs_a_post(as_editor, assignment):
    assert as_editor.get(page(assignment, "close")).status_code == 405


def test_list_action_closes_what_it_may(as_editor, claim, assignment, reviewer):
    others = assign(claim, reviewer, by=reviewer)
    # Each deed holds its own row.
    with zeal_ignore([{"model": "claims.Assignment", "field": "get()"}]):
        response = close_all(as_editor, assignment, others)
    assert "asked of somebody else" in text(response)
    assert list(Assignment.objects.open()) == [others]


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(as_reviewer, assignment, method):
    address = page(assignment, "delete")
    response = getattr(as_reviewer, method)(address, {"post": "yes"}, follow=True)
    assert "close one that is no longer wanted instead" in text(response)
    assert Assignment.objects.exists()
