"""The screen of literature searches."""

import datetime

import pytest

from claims import searches
from claims.models import SearchRecord
from tests.claims.admin.pages import text
from tests.claims.test_searches import WHY, search_of

LIST = "/admin/claims/searchrecord/"


@pytest.fixture
def search(claim, editor):
    return searches.record(search=search_of(claim), by=editor)


@pytest.fixture
def new(claim):
    return {
        "claim": claim.pk,
        "databases": "MEDLINE\n\n PsycINFO ",
        "query": "microdos* AND lsd",
        "searched_on": "2026-11-03",
        "found": 412,
        "screened": 400,
        "included": 7,
        "searched_by": "Rosa Example",
        "note": "",
    }


def page(search, name="change"):
    return f"{LIST}{search.pk}/{name}/"


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/", "1/withdraw/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/history/"])
def test_both_roles_open_every_page(client, request, search, person, address):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(search.pk)).status_code == 200


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_editor, editor, claim, search, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_editor.get(LIST)
    for _ in range(3):
        searches.record(search=search_of(claim), by=editor)
    with django_assert_max_num_queries(len(one)):
        assert as_editor.get(LIST).context["cl"].result_count == 4


def test_add_takes_databases_as_lines(as_editor, editor, new):
    as_editor.post(f"{LIST}add/", new)
    stored = SearchRecord.objects.get()
    assert stored.databases == ["MEDLINE", "PsycINFO"]
    assert stored.recorded_by == editor


def test_add_publishes_the_claim(as_editor, claim, new):
    as_editor.post(f"{LIST}add/", new)
    newest = claim.editions.order_by("-number").first()
    assert newest.cause == "Search recorded: MEDLINE, PsycINFO, 2026-11-03."


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("databases", " \n ", "Name at least one database"),
        ("included", 401, "the numbers cannot grow"),
        ("found", "9" * 20, "less than or equal to"),
        ("claim", "9" * 20, "valid choice"),
        ("searched_on", "2999-01-01", "give the day on which it was made"),
        ("query", "a\x07b", "Remove the control characters"),
        ("databases", "MED\x07LINE", "Remove the control characters"),
    ],
)
def test_add_refuses_in_words(as_editor, new, field, value, message):
    assert message in text(as_editor.post(f"{LIST}add/", new | {field: value}))
    assert not SearchRecord.objects.exists()


def test_link_on_a_claim_fills_in_the_claim(as_editor, claim):
    form = as_editor.get(f"{LIST}add/?claim={claim.pk}&query=x").context["adminform"].form
    assert form.initial["claim"] == str(claim.pk)
    assert "query" not in form.initial


def test_change_page_only_shows(as_reviewer, search, new):
    assert "MEDLINE, PsycINFO" in text(as_reviewer.get(page(search)))
    assert as_reviewer.post(page(search), new).status_code == 403


@pytest.mark.parametrize(("person", "is_offered"), [("editor", False), ("reviewer", True)])
def test_withdraw_button_is_for_reviewers(client, request, search, person, is_offered):
    client.force_login(request.getfixturevalue(person))
    html = client.get(page(search)).content.decode()
    assert (page(search, "withdraw") in html) is is_offered


def test_withdraw_page_is_not_for_editors(as_editor, search):
    assert as_editor.post(page(search, "withdraw"), {"reason": WHY}).status_code == 403


def test_withdraw_asks_before_it_does(as_reviewer, search):
    assert "no longer count?" in text(as_reviewer.get(page(search, "withdraw")))
    assert SearchRecord.objects.standing().exists()


def test_withdraw_keeps_the_reason(as_reviewer, search):
    response = as_reviewer.post(page(search, "withdraw"), {"reason": WHY}, follow=True)
    assert "The search is withdrawn." in text(response)
    assert SearchRecord.objects.get().withdrawn_reason == WHY
    assert page(search, "withdraw") not in response.content.decode()


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        ("", "10 to 500 characters"),
        ("x" * 501, "10 to 500 characters"),
        ("Wrong\x07 claim, sadly", "Remove the control characters"),
    ],
)
def test_withdraw_without_a_proper_reason_is_refused(as_reviewer, search, reason, message):
    assert message in text(as_reviewer.post(page(search, "withdraw"), {"reason": reason}))
    assert SearchRecord.objects.standing().exists()


def test_withdrawal_is_told_by_the_history(as_reviewer, search):
    as_reviewer.post(page(search, "withdraw"), {"reason": WHY})
    assert WHY in text(as_reviewer.get(page(search, "history")))


def test_withdraw_of_no_search_is_not_found(as_reviewer):
    assert as_reviewer.get(f"{LIST}9/withdraw/").status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(as_reviewer, search, method):
    response = getattr(as_reviewer, method)(page(search, "delete"), {"post": "yes"}, follow=True)
    assert "withdraw a wrong one instead" in text(response)
    assert SearchRecord.objects.exists()


def test_list_filters_what_is_withdrawn(as_reviewer, claim, search, editor):
    later = search_of(claim, searched_on=datetime.date(2026, 11, 4))
    searches.record(search=later, by=editor)
    as_reviewer.post(page(search, "withdraw"), {"reason": WHY})
    response = as_reviewer.get(f"{LIST}?withdrawn_at__isempty=1")
    assert list(response.context["cl"].queryset) == [later]
