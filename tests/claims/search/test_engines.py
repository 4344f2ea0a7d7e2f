"""However an engine goes about a page, its numbers are the same."""

import pytest

from claims.models import SearchDocument
from claims.search import engines, facets
from claims.search.query import parse

ANY, SOURCES = facets.condition({}), facets.condition({"type": "source"})


@pytest.fixture
def many(db):
    """Thirty documents with both words, every fifth with both in its title."""
    kinds = ("claim", "evidence", "source")
    SearchDocument.objects.bulk_create(
        SearchDocument(
            pk=facets.number(f"{n}", n, {"type": kinds[n % 3]}),
            kind=kinds[n % 3],
            name=f"{n}",
            title="mice sang" if n % 5 == 0 else "mice",
            title_stems="mice sang" if n % 5 == 0 else "mice",
            body="sang",
            body_stems="sang",
        )
        for n in range(30)
    )


@pytest.mark.parametrize("text", ["mice sang", "mice", '"mice sang"', "sang -rat", "rat"])
@pytest.mark.parametrize("condition", [ANY, SOURCES])
@pytest.mark.parametrize("first", [0, 3, 8, 40])
def test_known_size_changes_no_page(many, text, condition, first):
    query = parse(text)
    unknown = engines.numbers(query, condition, first, 8)
    assert engines.numbers(query, condition, first, 8, held=30) == unknown


def test_titles_stand_before_the_rest(many):
    titles = engines.numbers(parse("mice sang"), ANY, 0, 8, held=30)[:6]
    assert set(SearchDocument.objects.in_bulk(titles)) == set(
        SearchDocument.objects.filter(title="mice sang").values_list("pk", flat=True)
    )
