"""The screens of imports: a file is looked through, decided on, taken in and taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from zeal import zeal_ignore

from sources.intake import importing
from sources.models import Import, Source, State
from tests.claims.admin.pages import text
from tests.people import make_source
from tests.sources.intake.citation_files import paper, ris, stage

LIST = "/admin/sources/import/"
ADD = f"{LIST}add/"


def page(batch):
    return f"{LIST}{batch.pk}/change/"


@pytest.fixture(autouse=True)
def deeds_ask_again():
    """A deed holds its row again."""
    with zeal_ignore([{"model": "sources.Import", "field": "get()"}]):
        yield


@pytest.fixture
def as_editor(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def batch(editor):
    return stage(paper(1), paper(2), by=editor)


@pytest.fixture
def press(as_editor, batch):
    def press(deed, follow=True, **data):
        return as_editor.post(f"{LIST}{batch.pk}/deed/", {"deed": deed} | data, follow=follow)

    return press


def send(client, content, **data):
    file = SimpleUploadedFile("zotero.ris", content)
    return client.post(ADD, {"file": file} | data, follow=True)


def state(batch):
    batch.refresh_from_db()
    return batch.state


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


def test_preview_shows_a_known_record_beside_its_source(as_editor, editor):
    make_source(by=editor, title="Sleep of volunteers after a low dose", doi="10.5555/stored")
    batch = stage(paper(1, TI="Sleep of volunteers after a low dosis"), by=editor)
    words = text(as_editor.get(page(batch)))
    assert "In the file Brink B. Sleep of volunteers after a low dosis." in words
    assert "In the library: smith2024trial Smith A. Sleep of volunteers after a low dose." in words
    assert "A preprint and its article often have one title and two DOIs" in words


def test_preview_shows_a_record_beside_an_earlier_one(as_editor, editor):
    batch = stage(paper(1), paper(2, DO="10.5555/invented.1", TI="Another"), by=editor)
    assert "Record 1 of this file Brink B. Invented trial" in text(as_editor.get(page(batch)))


def test_preview_tells_what_is_not_readable(as_editor, editor):
    words = text(as_editor.get(page(stage(paper(1), {"AU": "Brink, Bo"}, by=editor))))
    assert "Record 2, line 8: not readable" in words


@pytest.mark.parametrize(
    ("query", "number"),
    [("?finding=new", 2), ("?finding=here", 0), ("?finding=x", 2), ("?p=99", 2)],
)
def test_preview_is_filtered_by_finding(as_editor, batch, query, number):
    assert len(as_editor.get(page(batch) + query).context["rows"]) == number


def test_preview_is_shown_in_pages(as_editor, editor):
    batch = stage(*(paper(n) for n in range(60)), by=editor)
    assert "Page 2 of 2" in text(as_editor.get(f"{page(batch)}?p=2"))


def test_title_in_markup_is_shown_as_it_is(as_editor, editor):
    batch = stage(paper(1, TI="<script>alert(1)</script> and mood"), by=editor)
    assert b"<script>alert" not in as_editor.get(page(batch)).content


def test_take_in_takes_what_is_ticked(press, batch):
    response = press("take-in", shown=[1, 2], wanted=[2])
    assert "Taken in: 1 source." in text(response)
    assert Source.objects.get().doi == "10.5555/invented.2"


def test_second_click_is_told_and_does_nothing(press, batch):
    press("take-in", shown=[1, 2], wanted=[1, 2])
    response = press("take-in", shown=[1, 2], wanted=[1, 2])
    assert "Nothing was done: the import of zotero.ris is closed" in text(response)
    assert Source.objects.count() == 2


def test_what_became_known_meanwhile_is_named(press, batch, editor):
    make_source(by=editor, doi="10.5555/invented.1")
    words = text(press("take-in", shown=[1, 2], wanted=[1, 2]))
    assert "Left out, because the library has got them meanwhile: record 1." in words


@pytest.mark.parametrize(("deed", "number"), [("tick-all", 2), ("tick-none", 0), ("store", 1)])
def test_ticks_are_stored(press, batch, deed, number):
    press(deed, shown=[1, 2], wanted=[1])
    assert batch.records.filter(is_wanted=True).count() == number


def test_discard_closes_the_import(press, batch):
    press("discard")
    assert state(batch) == State.DISCARDED


def test_undo_takes_the_sources_back(press, batch):
    press("take-in", shown=[1, 2], wanted=[1, 2])
    with zeal_ignore():
        response = press("undo", reason="the wrong file")
    assert "Undone: 2 sources left the library; their history is kept." in text(response)
    assert not Source.objects.exists()


def test_undo_without_a_reason_is_refused(press, batch):
    press("take-in", shown=[1, 2], wanted=[1, 2])
    assert "Say why the import is undone" in text(press("undo"))
    assert state(batch) == State.DONE


def test_deed_is_logged(press, as_editor, batch):
    press("discard")
    assert "Discarded; nothing was taken in." in text(as_editor.get(f"{LIST}{batch.pk}/history/"))


@pytest.mark.parametrize(
    "data",
    [{"deed": "x"}, {"deed": "store", "shown": ["9" * 30]}, {"deed": "store", "wanted": "a"}],
)
def test_nonsense_is_a_bad_request(press, data):
    assert press(follow=False, **data).status_code == 400


def test_deed_needs_a_post(as_editor, batch):
    assert as_editor.get(f"{LIST}{batch.pk}/deed/").status_code == 400


@pytest.mark.parametrize("number", ["9" * 30, "x", "999999"])
def test_unknown_import_is_not_found(as_editor, number):
    assert as_editor.get(f"{LIST}{number}/change/").status_code in (302, 404)


def test_import_is_not_deleted(as_editor, batch):
    as_editor.post(f"{LIST}{batch.pk}/delete/", {"post": "yes"})
    assert Import.objects.exists()


def test_sources_of_an_import_are_listed(press, as_editor, batch):
    importing.take_in(batch=batch, by=batch.by)
    response = as_editor.get(f"/admin/sources/source/?taken_in__id__exact={batch.pk}")
    assert response.context["cl"].result_count == 2
