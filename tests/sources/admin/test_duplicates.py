"""The curators' pages on sources that look alike."""

import pytest

from claims.models import Edition
from sources.intake import library, merging
from sources.models import Source, ToldApart
from tests.claims.admin.pages import text
from tests.people import make_accepted, make_draft, make_source
from tests.sources.admin.duplicate_pages import LIST, WHY, address, make_pair, sent, stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("deeds_ask_again")]


@pytest.fixture
def pair(editor):
    return make_pair(editor)


def merge(client, pair, keep, **fields):
    fields = {"keep": keep.pk, "take_over": "on"} | fields
    return client.post(address(pair), sent(pair, "merge", **fields), follow=True)


def test_list_shows_the_pairs_and_why(as_editor, pair):
    page = text(as_editor.get(LIST))
    assert "1 pair that may be one publication" in page
    assert "one2024 and two2024 : same title." in page


def test_list_asks_as_much_for_three_pairs_as_for_one(
    as_editor, pair, editor, django_assert_num_queries
):
    with django_assert_num_queries(7):
        as_editor.get(LIST)
    make_source(by=editor, key="three2024", title="Mood under LSD")
    with django_assert_num_queries(7):
        assert as_editor.get(LIST).context["pairs"].paginator.count == 3


def test_pair_of_a_later_page_knows_its_page(as_editor, editor):
    for number in range(26):
        for key in ("one", "two"):
            make_source(by=editor, key=f"{key}{number}", title=f"Mood, number {number}")
    links = as_editor.get(LIST, {"page": 2}).content.decode()
    last = [Source.objects.get(key=key) for key in ("one9", "two9")]
    assert f'href="{address(last)}?page=2"' in links


def test_list_compares_any_two_by_their_keys(as_editor, pair):
    response = as_editor.get(LIST, {"one": "two2024", "other": "one2024"})
    assert response.url == address(pair[::-1])


def test_list_says_which_key_is_unknown(as_editor, pair):
    page = text(as_editor.get(LIST, {"one": "one2024", "other": "nobody1900"}))
    assert "No source has the key nobody1900" in page


def test_list_shows_who_told_a_pair_apart(as_editor, pair, editor):
    merging.tell_apart(one=pair[0], other=pair[1], by=editor, reason="Part one and part two.")
    page = text(as_editor.get(LIST))
    assert "by Edith on" in page
    assert "Part one and part two." in page


def test_list_with_one_key_waits_for_the_other(as_editor, pair):
    response = as_editor.get(LIST, {"one": "one2024"})
    assert 'value="one2024"' in response.content.decode()
    assert response.context["refusal"] == ""


def test_page_of_a_source_leads_to_the_comparison(as_editor, source):
    page = as_editor.get(f"/admin/sources/source/{source.pk}/change/").content.decode()
    assert f'href="{LIST}?one={source.key}"' in page


def test_refusal_is_told_at_the_top(as_editor, pair):
    page = merge(as_editor, pair, pair[1], reason="same").content.decode()
    assert '<a href="#merge-heading">what is marked below</a>' in page.split("compare-heading")[0]


def test_title_that_both_have_is_the_heading(as_editor, pair):
    assert as_editor.get(address(pair)).context["title"] == "Mood under LSD"


def test_two_titles_are_named_by_their_papers(as_editor, editor):
    pair = [make_source(by=editor, key=f"paper{n}", year=2020 + n) for n in (1, 2)]
    assert as_editor.get(address(pair)).context["title"] == "Smith 2021 and Smith 2022"


def test_pair_says_how_much_rests_on_each(as_editor, pair, claim, editor):
    make_draft(claim=claim, source=pair[1], by=editor)
    page = text(as_editor.get(address(pair)))
    assert "Results here no results 1 result on 1 claim" in page
    assert "Smith 2024, Journal of Trials (1 result on 1 claim) · two2024" in page


def test_two_with_their_own_doi_are_offered_no_merge(as_editor, editor):
    pair = [make_source(by=editor, key=f"paper{n}", doi=f"10.1000/{n}") for n in (1, 2)]
    response = as_editor.get(address(pair))
    assert "They cannot be merged: each has its own DOI." in text(response)
    assert 'value="merge"' not in response.content.decode()


def test_pair_says_before_that_a_merge_stays(as_editor, pair):
    assert "No button takes a merge back" in text(as_editor.get(address(pair)))


def test_merging_keeps_the_chosen_one(as_editor, pair):
    response = merge(as_editor, pair, pair[1])
    assert response.redirect_chain == [(f"/admin/sources/source/{pair[1].pk}/change/", 302)]
    assert (stored(pair[0]).merged_into, stored(pair[1]).volume) == (pair[1], "14")


def test_merging_takes_over_only_what_is_ticked(as_editor, pair):
    fields = sent(pair, "merge", keep=pair[1].pk)
    as_editor.post(address(pair), fields)
    assert (stored(pair[0]).merged_into, stored(pair[1]).volume) == (pair[1], "")


def test_merging_publishes_the_claims(as_editor, pair, claim, editor, reviewer):
    make_accepted(claim=claim, source=pair[0], by=editor, accepted_by=reviewer)
    merge(as_editor, pair, pair[1])
    assert list(Edition.objects.current().get().document["sources"]) == ["two2024"]


def test_short_reason_is_refused_and_kept(as_editor, pair):
    page = text(merge(as_editor, pair, pair[1], reason="same"))
    assert "in at least 10 characters" in page
    assert stored(pair[0]).merged_into is None


def test_refusal_of_the_library_stands_on_the_page(as_editor, editor):
    pair = [make_source(by=editor, key=f"paper{n}", doi=f"10.1000/{n}") for n in (1, 2)]
    assert "link them as versions instead" in text(merge(as_editor, pair, pair[0]))


def test_change_meanwhile_is_refused(as_editor, pair, editor):
    changed = stored(pair[0])
    changed.pages = "1-9"
    library.update(source=changed, by=editor, reason="Pages.")
    assert "changed by somebody else" in text(merge(as_editor, pair, pair[1]))


def test_telling_apart_takes_the_pair_off_the_list(as_editor, pair):
    response = as_editor.post(address(pair), sent(pair, "apart"), follow=True)
    assert ToldApart.objects.get().reason == WHY
    assert response.context["pairs"].paginator.count == 0


@pytest.mark.parametrize(
    ("page", "expected"), [("7", "?page=7"), ("", ""), ("7&x", "?page=7"), ("x", "")]
)
def test_deed_leads_back_to_the_page_of_the_list(as_editor, pair, page, expected):
    response = as_editor.post(f"{address(pair)}?page={page}", sent(pair, "apart"))
    assert response.url == f"{LIST}{expected}"


def test_merged_pair_offers_nothing(as_editor, pair):
    merge(as_editor, pair, pair[1])
    response = as_editor.get(address(pair))
    assert response.context["forms"] == {}
    assert "one2024 was merged into two2024" in text(response)


def test_merged_source_is_shown_but_not_changed(as_editor, pair):
    merge(as_editor, pair, pair[1])
    page = as_editor.get(f"/admin/sources/source/{pair[0].pk}/change/")
    assert page.context["has_change_permission"] is False


def test_merged_source_is_not_offered_to_evidence(as_editor, pair):
    merge(as_editor, pair, pair[1])
    field = {"app_label": "claims", "model_name": "evidence", "field_name": "source"}
    offered = as_editor.get("/admin/autocomplete/", field | {"term": "2024"}).json()["results"]
    assert [row["id"] for row in offered] == [str(pair[1].pk)]


@pytest.mark.parametrize("deed", ["", "delete", "unlink"])
def test_unknown_deed_is_refused(as_editor, pair, deed):
    assert as_editor.post(address(pair), {"deed": deed}).status_code == 400


@pytest.mark.parametrize("place", ["", "1/2/"])
def test_stranger_gets_nothing(client, stranger, place):
    client.force_login(stranger)
    assert client.get(LIST + place).status_code == 403


@pytest.mark.parametrize("place", ["1/999999/", "999999999999999999/1/", "0/1/", "1/1/"])
def test_pair_that_is_none_is_not_found(as_editor, source, place):
    assert as_editor.get(LIST + place).status_code in (302, 404)


def test_hostile_title_is_escaped(as_editor, editor):
    title = "<script>alert(1)</script> =HYPERLINK(1)"
    pair = [make_source(by=editor, key=key, title=title) for key in ("one", "two")]
    assert b"<script>alert(1)" not in as_editor.get(address(pair)).content
