"""What can be pressed on the page of an import: a file is decided on, taken in and taken back."""

import pytest
from zeal import zeal_ignore

from sources.models import Source, State
from tests.claims.admin.pages import text
from tests.people import make_source
from tests.sources.admin.import_pages import LIST

pytestmark = pytest.mark.usefixtures("imports_ask_again")


def state(batch):
    batch.refresh_from_db()
    return batch.state


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


def test_what_is_perhaps_here_meanwhile_is_told_and_nothing_is_done(press, batch, editor):
    make_source(by=editor, title=batch.records.get(number=1).record["title"])
    words = text(press("take-in", shown=[1, 2], wanted=[1, 2]))
    assert "Nothing was taken in: meanwhile" in words
    assert "may be the same as record 1. Compare" in words
    assert state(batch) == State.PREVIEW


def test_another_look_finds_what_came_meanwhile(press, batch, editor):
    make_source(by=editor, doi="10.5555/invented.1")
    words = text(press("look-again", shown=[1, 2], wanted=[1, 2]))
    assert "1 record is found otherwise than before." in words


def test_another_look_is_offered_where_nothing_is_new(press, batch, editor):
    for number in (1, 2):
        make_source(by=editor, key=f"key{number}", doi=f"10.5555/invented.{number}")
    assert "Look through again" in text(press("look-again"))


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


def test_nothing_ticked_takes_nothing_in_and_stays_open(press, batch):
    response = press("take-in", shown=[1, 2], wanted=[])
    assert "Nothing was taken in: no record is ticked." in text(response)
    assert state(batch) == State.PREVIEW


def test_undo_of_one_source_keeps_its_history(press):
    press("take-in", shown=[1, 2], wanted=[1])
    with zeal_ignore():
        response = press("undo", reason="the wrong file")
    assert "Undone: 1 source left the library; its history is kept." in text(response)
