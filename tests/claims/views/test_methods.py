import html

import pytest

from claims import methods
from claims.rating import adjustments, floors, tables, vocabulary


@pytest.fixture
def page(client, db):
    return html.unescape(client.get("/methods/").content.decode())


def test_page_prints_every_floor_and_limit(page):
    words = [words for _, words, _ in floors.FLOORS_ALWAYS + floors.FLOORS_FOUND_EFFECT]
    words += [words for _, words, _ in adjustments.LIMITS]
    assert [text for text in words if text not in page] == []


def test_page_prints_every_verdict_with_its_sentence(page):
    for verdict in vocabulary.Verdict:
        assert verdict.label in page
        assert verdict.sentence in page


def test_page_prints_every_term_with_its_definition(page):
    for _, terms in methods.vocabularies():
        assert [term for term in terms if term.definition not in page] == []


def test_start_table_has_every_design(page):
    assert len(methods.start_table()["rows"]) == len(tables.START)


def test_start_table_follows_the_rule(monkeypatch):
    monkeypatch.setitem(tables.START["in-vitro"], "effect", 1)
    cells = next(
        row["cells"]
        for row in methods.start_table()["rows"]
        if row["name"].startswith("Study in cells")
    )
    assert cells[0]["words"] == "very weak"


def test_sizes_read_as_ranges():
    steps = dict(methods.step_tables())["People, for any other claim"]
    assert steps == [
        ("100 or more", "none"),
        ("30 to 99", "one step"),
        ("fewer than 30", "two steps"),
    ]


def test_constants_say_whose_they_are():
    assert {whose for _, _, whose in methods.constants()} == {
        "ours",
        "GRADE",
        "GRADE without pooling, Murad 2017",
    }


def test_page_has_the_nine_headings_of_swim(page):
    part = page[page.index('id="swim"') : page.index('id="limits"')]
    assert part.count("<h3>") == 9


def test_page_takes_one_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/methods/")
