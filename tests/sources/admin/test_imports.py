"""The screens of imports: their list, the form for a file, and the page of one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sources.intake import importing
from sources.models import Import, Source
from tests.claims.admin.pages import text
from tests.people import make_source
from tests.sources.admin.import_pages import ADD, LIST, page
from tests.sources.intake.citation_files import paper, ris, stage

pytestmark = pytest.mark.usefixtures("imports_ask_again")


def send(client, content, **data):
    file = SimpleUploadedFile("zotero.ris", content)
    return client.post(ADD, {"file": file} | data, follow=True)


@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/deed/", "{}/history/"])
def test_stranger_gets_nothing(client, stranger, batch, address):
    client.force_login(stranger)
    assert client.get(LIST + address.format(batch.pk)).status_code == 403


@pytest.mark.parametrize("deed", ["take-in", "discard", "undo"])
def test_stranger_does_nothing(client, stranger, batch, deed):
    client.force_login(stranger)
    assert client.post(f"{LIST}{batch.pk}/deed/", {"deed": deed}).status_code == 403


@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/history/"])
def test_pages_open_for_an_editor(as_editor, batch, address):
    assert as_editor.get(LIST + address.format(batch.pk)).status_code == 200


def test_list_asks_as_much_for_four_imports_as_for_one(
    as_editor, editor, batch, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12) as one:
        as_editor.get(LIST)
    for _ in range(3):
        stage(paper(1), by=editor)
    with django_assert_max_num_queries(len(one)):
        assert as_editor.get(LIST).context["cl"].result_count == 4


def test_preview_asks_as_much_for_many_records_as_for_few(
    as_editor, editor, django_assert_num_queries
):
    sources = [make_source(by=editor, key=f"s{n}", doi=f"10.5555/s{n}") for n in range(3)]
    few = stage(paper(1), paper(1), paper(2, DO=sources[0].doi), by=editor)
    known = (paper(20 + n, DO=source.doi) for n, source in enumerate(sources))
    many = stage(*(paper(n % 9) for n in range(18)), *known, by=editor)
    as_editor.get(page(few))
    for batch in (few, many):
        with django_assert_num_queries(12):
            as_editor.get(page(batch))


def test_file_is_looked_through(as_editor):
    response = send(as_editor, ris(paper(1), paper(2)).read())
    assert response.redirect_chain[0][0] == page(Import.objects.get())
    assert "New (2)" in text(response)
    assert not Source.objects.exists()


def test_no_file_is_refused(as_editor):
    response = as_editor.post(ADD, {})
    assert "This field is required" in text(response)


def test_file_of_something_else_is_refused_with_the_remedy(as_editor):
    response = send(as_editor, b"%PDF-1.7\n")
    assert "Export" in text(response)
    assert not Import.objects.exists()


def test_unknown_format_is_refused(as_editor):
    response = send(as_editor, ris(paper(1)).read(), format="../ris")
    assert "not one of the available choices" in text(response)


def test_too_large_a_file_is_passed_over_unread(as_editor, settings):
    settings.UPLOAD_MAX_SIZE = 1000
    response = send(as_editor, ris(*(paper(n) for n in range(50))).read())
    assert "too large and was not read. Export it in parts" in text(response)
    assert not response.wsgi_request.FILES


def test_same_file_again_is_told_and_allowed(as_editor):
    send(as_editor, ris(paper(1)).read())
    response = send(as_editor, ris(paper(1)).read())
    assert "The same file came in before: zotero.ris , sent by edith" in text(response)


@pytest.mark.parametrize(
    ("query", "number"),
    [("?finding=new", 2), ("?finding=here", 0), ("?finding=x", 2), ("?p=99", 2)],
)
def test_preview_is_filtered_by_finding(as_editor, batch, query, number):
    assert len(as_editor.get(page(batch) + query).context["page"].object_list) == number


def test_preview_is_shown_in_pages(as_editor, editor):
    batch = stage(*(paper(n) for n in range(60)), by=editor)
    assert "Page 2 of 2" in text(as_editor.get(f"{page(batch)}?p=2"))


def test_several_pages_say_that_ticks_are_kept(as_editor, batch, editor):
    many = stage(*(paper(n) for n in range(60)), by=editor)
    said = "Turning the page keeps your ticks."
    assert said in text(as_editor.get(page(many)))
    assert said not in text(as_editor.get(page(batch)))


def test_decision_stands_before_the_records(as_editor, batch):
    words = text(as_editor.get(page(batch)))
    assert words.index("2 new records are ticked.") < words.index("Invented trial")


def test_file_with_nothing_new_says_so_and_offers_no_taking_in(as_editor, editor):
    make_source(by=editor, doi="10.5555/invented.1")
    words = text(as_editor.get(page(stage(paper(1), by=editor))))
    assert "Nothing new in this file 1 is here already." in words
    assert "Take in the ticked records" not in words
    assert "Discard this import" in words


def test_list_tells_what_a_waiting_file_has(as_editor, editor):
    make_source(by=editor, doi="10.5555/invented.1")
    stage(paper(1), paper(2), paper(3), by=editor)
    assert "Waiting for decisions 2 new of 3" in text(as_editor.get(LIST))


def test_list_tells_how_many_sources_are_here(as_editor, batch):
    importing.take_in(batch=batch, by=batch.by)
    importing.discard(batch=stage(paper(3), by=batch.by), by=batch.by)
    words = text(as_editor.get(LIST))
    assert "zotero.ris Taken in 2 " in words
    assert "zotero.ris Discarded, nothing taken in 0 " in words


def test_list_is_called_what_it_lists(as_editor, batch):
    assert as_editor.get(LIST).context["title"] == "Imports of citations"


def test_empty_list_leads_to_the_form(as_editor):
    assert "No file has been sent yet. Import citations ." in text(as_editor.get(LIST))


def test_described_sources_are_not_offered_for_describing(as_editor, batch):
    importing.take_in(batch=batch, by=batch.by)
    Source.objects.filter(doi="10.5555/invented.1").update(
        design="open-label", species="human", dose_regime="microdose"
    )
    words = text(as_editor.get(page(batch)))
    assert "Describe the 1 source " in words
    assert "2 sources of this import are in the library" in words


def test_title_in_markup_is_shown_as_it_is(as_editor, editor):
    batch = stage(paper(1, TI="<script>alert(1)</script> and mood"), by=editor)
    assert b"<script>alert" not in as_editor.get(page(batch)).content


def test_deed_needs_a_post(as_editor, batch):
    assert as_editor.get(f"{LIST}{batch.pk}/deed/").status_code == 400


@pytest.mark.parametrize("number", ["9" * 30, "x", "999999"])
def test_unknown_import_is_not_found(as_editor, number):
    assert as_editor.get(f"{LIST}{number}/change/").status_code in (302, 404)


def test_import_is_not_deleted(as_editor, batch):
    as_editor.post(f"{LIST}{batch.pk}/delete/", {"post": "yes"})
    assert Import.objects.exists()


def test_sources_of_an_import_are_listed(as_editor, batch):
    importing.take_in(batch=batch, by=batch.by)
    response = as_editor.get(f"/admin/sources/source/?taken_in__id__exact={batch.pk}")
    assert response.context["cl"].result_count == 2
    assert response.context["title"] == "Sources from zotero.ris"
    assert "Back to the import of zotero.ris" in text(response)


@pytest.mark.parametrize("number", ["x", "9" * 30, "99999"])
def test_sources_of_an_unknown_import_are_no_error(as_editor, number):
    response = as_editor.get("/admin/sources/source/", {"taken_in__id__exact": number}, follow=True)
    assert response.status_code == 200
