import html

import pytest

from claims.methods import criticisms, examples, sources
from claims.models import Edition
from claims.sensitivity import effects

PAGES = ("constants", "examples", "criticisms", "sources")


def page_of(client, name):
    return html.unescape(client.get(f"/methods/{name}/").content.decode())


@pytest.mark.parametrize("name", PAGES)
def test_methods_pages_refuse_parameters(client, db, name):
    assert client.get(f"/methods/{name}/?x=1").status_code == 400


@pytest.mark.parametrize("name", PAGES)
def test_methods_page_leads_to_the_others(client, db, name):
    assert f'href="/methods/{name}/"' in client.get("/methods/").content.decode()


def test_criticisms_are_all_answered(client, db):
    page = page_of(client, "criticisms")
    assert [one.name for one in criticisms.CRITICISMS if one.answer not in page] == []


def test_examples_are_all_told(client, db):
    page = page_of(client, "examples")
    for one in examples.examples():
        assert f'id="{one["number"]}"' in page
        assert one["why"] in page


def test_sources_stand_under_their_codes(client, db):
    page = page_of(client, "sources")
    assert [code for code in sources.codes() if f'id="{code}"' not in page] == []


def test_sources_say_how_they_were_read(client, db):
    assert "none was read in full" in page_of(client, "sources")


def test_pages_without_claims_ask_for_nothing_but_the_menu(
    client, db, django_assert_max_num_queries
):
    for name in ("examples", "criticisms", "sources"):
        with django_assert_max_num_queries(1):
            client.get(f"/methods/{name}/")


def test_constants_tell_what_each_change_does(client, corpus):
    page = page_of(client, "constants")
    assert "Computed from the 19 current editions" in page
    assert "“Probably not so”, Moderate becomes “Possibly not so”, Low" in page


def test_constants_count_what_changes_nothing(client, corpus):
    found = effects(edition.document for edition in Edition.objects.current())
    real = [one for one in found if one.is_change]
    assert 0 < len(real) < len(found)
    silent = sum(not one.verdicts for one in real)
    assert f"{silent} of {len(real)} such changes alter no verdict" in page_of(client, "constants")


def test_constants_name_their_editions(client, corpus):
    page = page_of(client, "constants")
    for edition in Edition.objects.current():
        assert edition.get_absolute_url() in page
        assert edition.fingerprint[:12] in page


def test_constants_without_claims_say_so(client, db):
    page = page_of(client, "constants")
    assert "Nothing is published yet." in page
    assert "Computed from the 0 current editions" in page


def test_constants_take_two_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.get("/methods/constants/")
