import pytest

from claims import argument
from claims.models import Citation, Claim, Edition
from claims.whole_base import shelf as shelves
from claims.whole_base.shelf import Shelf


def test_shelf_goes_through_the_editions_in_reading_order(shelf):
    expected = list(Edition.objects.current().in_reading_order())
    assert list(shelf) == expected
    assert list(shelf) == expected


def test_shelf_stays_as_it_was_while_something_is_published(shelf, reviewer):
    before = [(edition.pk, edition.statement) for edition in shelf]
    claim = Claim.objects.get(slug="microdose-mood")
    claim.statement = "Microdosing lifts mood."
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    assert [(edition.pk, edition.statement) for edition in shelf] == before


def test_shelf_reads_a_few_documents_at_a_time(shelf, django_assert_num_queries):
    with django_assert_num_queries(1):
        next(iter(shelf))
    with django_assert_num_queries(-(-19 // shelves.AT_ONCE)):
        list(shelf)


@pytest.mark.parametrize("at_once", [1, 7, 110])
def test_sources_are_those_of_the_list_in_one_order(shelf, monkeypatch, at_once):
    monkeypatch.setattr(shelves, "AT_ONCE", at_once)
    expected = Citation.objects.one_per_source().order_by("key").values_list("record", flat=True)
    assert list(shelf.sources()) == list(expected)


def test_shelf_states_its_newest_day_and_its_editions(shelf):
    statement = shelf.statement("everything")
    assert statement.as_of == Edition.objects.latest("published_at").published_at
    assert (statement.count, len(statement.editions)) == (19, 19)


def test_empty_shelf_states_that_nothing_is_published(db):
    assert "0; no filter; as of nothing published yet;" in Shelf().statement("all").in_words()
