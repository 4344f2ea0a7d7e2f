"""The box “Add by DOI or PubMed number”: what it fills in, and that it stores nothing."""

import pytest
from django.contrib.auth.models import Permission
from zeal import zeal_ignore

from sources.models import Source
from tests.claims.admin.pages import shown, text
from tests.people import make_source
from tests.sources.intake.service_answers import crossref, pubmed
from tests.sources.intake.service_server import service_server, update

LIST = "/admin/sources/source/"
ADD = f"{LIST}add/"
DOI = "10.1000/example.1"
FOUND = f"{ADD}?found={DOI}"


@pytest.fixture
def server(settings):
    with service_server() as server:
        settings.CROSSREF_URL = settings.PUBMED_URL = server.address
        server.answers = [crossref()]
        yield server


def begins_with(response, name):
    return response.context["adminform"].form[name].value()


@pytest.mark.parametrize("address", [LIST, ADD])
def test_box_stands_on_list_and_add_page(as_editor, address):
    page = as_editor.get(address).content.decode()
    assert 'action="/admin/sources/source/add/"' in page
    assert 'name="found"' in page


def test_box_is_not_on_the_page_of_a_source(as_editor, source):
    assert 'name="found"' not in as_editor.get(f"{LIST}{source.pk}/change/").content.decode()


def test_page_without_identifier_asks_nobody(as_editor, server):
    as_editor.get(ADD)
    assert server.asked == []


def test_form_begins_with_what_the_service_says(as_editor, server):
    page = as_editor.get(FOUND)
    assert begins_with(page, "container_title") == "Journal of Examples"
    assert begins_with(page, "authors").startswith("van der Example, Ada B., Jr\n")
    assert begins_with(page, "checked") == "https://doi.org/10.1000/example.1"


@pytest.mark.parametrize(
    "name", ["design", "species", "dose_regime", "sample_size", "key", "study"]
)
def test_what_was_studied_is_left_to_the_editor(as_editor, server, name):
    assert not begins_with(as_editor.get(FOUND), name)


def test_what_is_left_to_the_editor_is_named(as_editor, server):
    page = as_editor.get(FOUND)
    assert "Crossref filled in 12 fields. Left for you: design , species , dose ." in text(page)
    assert '<a href="#id_design" autofocus>' in page.content.decode()


@pytest.mark.parametrize(("address", "waits"), [(ADD, True), (FOUND, False), (LIST, False)])
def test_cursor_stands_in_the_box_while_nothing_is_found(as_editor, server, address, waits):
    page = as_editor.get(address).content.decode()
    assert ('aria-describedby="lookup-help" autofocus' in page) == waits


def test_looking_up_stores_nothing(as_editor, server):
    assert "Nothing is stored yet" in text(as_editor.get(FOUND))
    assert not Source.objects.exists()


def test_found_record_is_stored_when_the_editor_saves(as_editor, editor, server):
    studied = {
        "design": "rct-parallel",
        "species": "human",
        "dose_regime": "microdose",
        "includes": None,
    }
    sent = shown(as_editor, FOUND, **studied)
    with zeal_ignore([{"model": "sources.Source", "field": "get()"}]):
        as_editor.post(FOUND, sent)
    stored = Source.objects.get()
    assert (stored.key, stored.doi, stored.pmid) == ("vanderexample2019effects", DOI, "")
    assert stored.authors[2] == {"literal": "Invented Trial Group"}
    assert stored.history.get().history_user == editor
    assert len(server.asked) == 1


def test_pubmed_number_fills_all_three_identifiers(as_editor, server):
    server.answers = [pubmed()]
    page = as_editor.get(f"{ADD}?found=PMID:+99000001")
    names = [begins_with(page, name) for name in ("doi", "pmid", "pmcid")]
    assert names == [DOI, "99000001", "PMC99000002"]


def test_retraction_is_told_and_not_stored(as_editor, server):
    server.answers = [crossref(**{"updated-by": [update("retraction")]})]
    page = as_editor.get(FOUND)
    assert "Crossref lists a notice of retraction" in text(page)
    assert "record it after saving" in text(page)
    assert page.context["adminform"].form.instance.status == "published"


def test_source_that_is_here_is_linked_and_nobody_is_asked(as_editor, editor, server):
    source = make_source(by=editor, doi=DOI)
    page = as_editor.get(FOUND)
    assert f'href="{LIST}{source.pk}/change/"' in page.content.decode()
    assert (server.asked, begins_with(page, "title")) == ([], None)


def test_source_that_is_here_is_good_news_without_a_form(as_editor, editor, server):
    make_source(by=editor, doi=DOI, key="here2019")
    page = as_editor.get(FOUND)
    assert "It is here already" in text(page)
    assert "Open here2019" in text(page)
    assert "errornote" not in page.content.decode()
    assert 'name="title"' not in page.content.decode()


def test_source_that_is_here_under_another_identifier_is_linked(as_editor, editor, server):
    source = make_source(by=editor, doi=DOI)
    server.answers = [pubmed()]
    page = as_editor.get(f"{ADD}?found=99000001")
    assert f'href="{LIST}{source.pk}/change/"' in page.content.decode()
    assert begins_with(page, "title") is None


def test_source_with_nearly_the_same_title_is_linked(as_editor, editor, server):
    source = make_source(
        by=editor, title="Effects of very low dose on 5-HT2A receptors: an invented trial"
    )
    page = as_editor.get(FOUND)
    assert "Perhaps here already" in text(page)
    assert f'href="{LIST}{source.pk}/change/"' in page.content.decode()
    assert begins_with(page, "doi") == DOI


def test_unknown_doi_can_be_opened(as_editor, server):
    server.answers = [(404, b"Resource not found.", {})]
    page = as_editor.get(FOUND).content.decode()
    assert f'<a href="https://doi.org/{DOI}"' in page


def test_article_of_a_preprint_is_told(as_editor, server):
    server.answers = [crossref(relation={"is-preprint-of": [{"id": "10.1000/journal"}]})]
    assert "a preprint of 10.1000/journal" in text(as_editor.get(FOUND))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((404, b"Resource not found.", {}), "another agency may have registered it"),
        ((429, b"", {"Retry-After": "60"}), "ask again after 60 s"),
        ((200, b"<html>Maintenance</html>", {}), "could not be asked"),
    ],
)
def test_form_stays_usable_by_hand_without_the_service(as_editor, server, answer, words):
    server.answers = [answer]
    page = as_editor.get(FOUND)
    assert page.status_code == 200
    assert words in text(page)
    assert "by hand" in text(page)
    assert begins_with(page, "title") is None


@pytest.mark.parametrize("wrong", ["mood", "<script>alert(1)</script>", "%01", "1" * 3000])
def test_what_is_no_identifier_is_refused_with_an_example(as_editor, server, wrong):
    page = as_editor.get(f"{ADD}?found={wrong}")
    assert "Write it like 10.1038" in text(page)
    assert "<script>alert" not in page.content.decode()
    assert server.asked == []


def test_script_in_an_answer_is_shown_as_text(as_editor, server):
    server.answers = [crossref(title=["<ScRiPt >alert(1)</sCript> & <x onload=alert(1)>"])]
    page = as_editor.get(FOUND).content.decode()
    assert "<x onload" not in page
    assert "&lt;x onload=alert(1)&gt;" in page


def test_other_words_in_the_address_fill_in_nothing(as_editor):
    assert begins_with(as_editor.get(f"{ADD}?title=Mood&doi=10.1000/x"), "title") is None


def test_who_may_not_add_asks_nobody(client, stranger, server):
    client.force_login(stranger)
    assert client.get(FOUND).status_code == 403
    assert server.asked == []


def test_list_without_the_right_to_add_has_no_box(client, stranger):
    stranger.user_permissions.add(Permission.objects.get(codename="view_source"))
    client.force_login(stranger)
    page = client.get(LIST)
    assert page.status_code == 200
    assert 'name="found"' not in page.content.decode()


def test_form_that_was_refused_keeps_what_was_typed(as_editor, server):
    sent = shown(as_editor, FOUND, title="Typed by hand", type="", includes=None)
    page = as_editor.post(FOUND, sent)
    assert begins_with(page, "title") == "Typed by hand"
    assert len(server.asked) == 1
