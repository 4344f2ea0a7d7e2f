import html
import re
from fractions import Fraction
from types import SimpleNamespace

import pytest

from claims import methods
from claims.methods import rule
from claims.models import Citation, Edition
from claims.rating import RULE, adjustments, floors, tables, vocabulary
from claims.rating.votes import vote
from sources.intake import library
from sources.models import Source


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


@pytest.mark.parametrize(
    "words",
    [
        "less than 15 % takes off nothing, from 15 % to a third takes off 1, and where the evidence is split it takes off 2",
        "400 or more take off nothing, 100 to 399 take off 1, fewer take off 2",
        "3 or more take off nothing, 2 take off 1, one takes off 2",
        "at least 3 studies decide, every one is for the claim, and each has fewer than 100 people",
        "two thirds of the deciding weight or more is for the claim",
        "more than a third and less than two thirds is for it",
        "fewer than half of its studies",
        "the strongest, of equally strong ones the newest, of equally old ones the largest",
        "An exact tie goes to the more severe value.",
        "nothing but uninformative results without a clear effect and imprecision took off 2",
        "at least 3 supporting studies, from at least 2 of people, animals and cells",
        "Rule 1.0",
        "The first version.",
    ],
)
def test_page_prints_the_tests_of_the_rule(page, words):
    assert words in page


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("MINORITY_NEGLIGIBLE", Fraction(20, 100), "less than 20 % takes off nothing"),
        ("IMPRECISION_PEOPLE", {800: 0, 100: 1, 0: 2}, "800 or more take off nothing, 100 to 799"),
        ("SMALL_STUDIES_SUSPECT", 5, "at least 5 studies decide"),
        ("LEAN_FOR", Fraction(3, 5), "60 % of the deciding weight or more"),
        ("REVIEW_OVERLAP_LIMIT", Fraction(1, 3), "fewer than a third of its studies"),
        ("CONVERGENCE_STUDIES", 4, "at least 4 supporting studies"),
    ],
)
def test_sentences_follow_the_tables(monkeypatch, name, value, words):
    monkeypatch.setattr(tables, name, value)
    assert words in str(rule.words())


def test_every_domain_has_its_test():
    told = [domain for domain, _ in rule.domain_tests()]
    assert told == list(vocabulary.Domain)[:6]


def test_every_flag_has_its_condition(page):
    assert set(rule.FLAGS) == set(vocabulary.Flag)
    assert [when for _, when in rule.flag_rows() if when not in page] == []


VOTES = [
    ("supports", "toward", False),
    ("contradicts", "away", False),
    ("mixed", "toward", False),
    ("no-effect", "away", False),
    ("no-effect", "toward", False),
]


@pytest.mark.parametrize("place", range(len(VOTES)))
def test_votes_are_those_of_the_rule(place):
    """The sentences are written by hand, so the rule is asked."""
    direction, point, informative = VOTES[place]
    item = SimpleNamespace(direction=direction, point=point, null_informative=informative)
    told = {Fraction(1): "for", Fraction(0): "against", Fraction(1, 2): "half each"}
    given = [
        told[vote(SimpleNamespace(asserts=asserts), item)] for asserts in ("effect", "no-effect")
    ]
    assert list(rule.votes()[place][1:]) == given


def test_change_log_begins_with_the_rule_in_force():
    assert rule.changes()[0][0] == RULE


def test_page_does_not_promise_what_it_lacks(page):
    assert "cannot say anything else" not in page
    assert 'id="changes"' in page
    assert "Not printed here:" in page


def test_about_does_not_promise_the_rule_in_full(client, db):
    assert "printed in full" not in client.get("/about/").content.decode()


def test_empty_site_has_no_known_limits(page):
    assert "Nothing is entered yet." in page


def known(client):
    page = html.unescape(client.get("/methods/").content.decode())
    return page.partition('id="known"')[2].partition("<h3")[0]


def number(records, applies):
    return sum(bool(applies(record)) for record in records)


def test_known_limits_are_counted(client, corpus):
    words = known(client)
    records = [citation.record for citation in Citation.objects.one_per_source()]
    summaries = [edition.summary for edition in Edition.objects.current()]
    items, abstract = (sum(s[name] for s in summaries) for name in ("items", "abstract_only"))
    whole = len(records)
    assert f"{abstract} of {items} results were read only from abstracts." in words
    assert f"{number(records, lambda r: not r['doi'])} of {whole} sources lack a DOI." in words
    assert f"1 of {whole} sources lacks a year." in words
    assert f"4 of {whole} sources have their authors only in alphabetical order" in words
    incomplete = number(records, lambda record: not record["authors_complete"])
    assert f"{incomplete} of {whole} sources have an author list" in words
    assert re.search(rf"\d+ of {whole} sources were not peer reviewed\.", words)
    assert re.search(r"\d+ groups of papers are taken to report on the same participants", words)
    assert "For 19 of 19 claims no systematic search is recorded" in words


def test_known_limits_follow_what_is_entered(client, corpus, editor):
    source = Source.objects.get(year=None)
    source.year = 2020
    library.update(source=source, by=editor, reason="Found the year.")
    assert "lacks a year" not in known(client)


def test_page_takes_four_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/methods/")
