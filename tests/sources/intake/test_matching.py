"""Whether a record is known: by identifier for certain, by its title perhaps."""

import time

import pytest

from sources.intake.matching import HERE, NEW, PERHAPS, Known, Shelf

TITLE = "Mood and cognition after administration of low LSD doses in healthy volunteers"
STORED = {
    "title": TITLE,
    "doi": "10.5555/stored",
    "pmid": "33082016",
    "pmcid": "PMC11018829",
    "url": "https://example.org/stored",
}


@pytest.fixture
def shelf():
    shelf = Shelf()
    shelf.put(Known(pk=7), STORED)
    return shelf


@pytest.mark.parametrize("name", ["doi", "pmid", "pmcid"])
def test_record_is_known_by_each_identifier(shelf, name):
    match = shelf.find({"title": "Something else", name: STORED[name]})
    assert (match.finding, match.like.pk) == (HERE, 7)
    assert match.why == f"{name.upper()} {STORED[name]} is here already."


def test_record_with_nothing_in_common_is_new(shelf):
    assert shelf.find({"title": "Something else", "doi": "10.5555/other"}).finding == NEW


def test_identifiers_of_two_sources_are_told(shelf):
    shelf.put(Known(pk=8), {"title": "Another", "pmid": "5"})
    match = shelf.find({"title": "x", "doi": STORED["doi"], "pmid": "5"})
    assert match.like.pk == 7
    assert "Its PMID 5 is another one's" in match.why


def test_address_of_a_record_with_an_identifier_names_nothing(shelf):
    found = shelf.find({"title": "x", "doi": "10.5555/other", "url": STORED["url"]})
    assert found.finding == NEW


def test_address_names_a_record_without_identifiers(shelf):
    only = {"title": "A report", "url": "https://example.org/report"}
    shelf.put(Known(pk=9), only)
    assert shelf.find(only | {"title": "Something else"}).finding == HERE


@pytest.mark.parametrize(
    "title",
    [
        TITLE.upper(),
        TITLE.replace("cognition", "cognitíon") + ".",
        TITLE.replace("cognition", "cogntion"),
        TITLE.replace("volunteers", "voluntears"),
        f"The {TITLE.lower()}",
        TITLE.replace("administration of", "administration  of the"),
        f"{TITLE}: a randomised trial",
    ],
)
def test_near_title_is_perhaps_the_same(shelf, title):
    match = shelf.find({"title": title, "doi": "10.5555/preprint"})
    assert (match.finding, match.like.pk) == (PERHAPS, 7)


def test_title_without_the_stored_subtitle_is_perhaps_the_same():
    shelf = Shelf()
    shelf.put(Known(pk=1), {"title": f"{TITLE}: a randomised trial"})
    assert shelf.find({"title": TITLE}).finding == PERHAPS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Effects of 10 µg LSD on mood in adults", "Effects of 20 µg LSD on mood in adults"),
        ("Low doses and mood in adults, part II", "Low doses and mood in adults, part III"),
        ("Low doses of LSD: a review of trials", "Low doses of LSD: a survey of users"),
        ("Effects of psilocybin on attention in adults", "Effects of psilocybin on sleep in rats"),
    ],
)
def test_titles_that_differ_in_what_matters_are_two(one, other):
    shelf = Shelf()
    shelf.put(Known(pk=1), {"title": one})
    assert shelf.find({"title": other}).finding == NEW


def test_parts_in_brackets_with_their_years_are_two():
    shelf = Shelf()
    shelf.put(Known(pk=1), {"title": "Survey of people who take low doses (wave 1 (2019))"})
    other = "Survey of people who take low doses (wave 2 (2020))"
    assert shelf.find({"title": other}).finding == NEW


def test_preprint_stored_under_the_doi_of_a_version_is_known():
    shelf = Shelf()
    shelf.put(Known(pk=1), {"title": "Mood", "doi": "10.1101/2020.01.01.123456v1"})
    found = shelf.find({"title": "Something else", "doi": "10.1101/2020.01.01.123456"})
    assert (found.finding, found.like.pk) == (HERE, 1)


def test_of_thousands_alike_between_the_ends_only_the_newest_are_compared():
    middle = "study administration psychotherapy psychopharmacology neuroimaging of"
    titles = [f"{spelled(n)} a {middle} a {spelled(9_999 - n)}" for n in range(1_000)]
    shelf = Shelf()
    for number, title in enumerate(titles):
        shelf.put(Known(number=number), {"title": title})
    near = [title[1:-1] for title in titles]
    assert [shelf.find({"title": near[place]}).finding for place in (0, -1)] == [NEW, PERHAPS]


def test_titles_without_a_word_are_not_alike():
    shelf = Shelf()
    shelf.put(Known(pk=1), {"title": "???"})
    assert shelf.find({"title": "!!!"}).finding == NEW


@pytest.mark.parametrize(
    "title",
    [
        f"Correction to: {TITLE.replace('volunteers', 'volunteer')}",
        f"RETRACTED: {TITLE.replace('volunteers', 'voluntears')}",
        TITLE.replace("Mood", "Moods").replace("volunteers", "volunteer"),
        TITLE.replace("Mood and", "Moods &").replace("volunteers", "voluntears"),
    ],
)
def test_title_that_differs_at_both_ends_is_perhaps_the_same(shelf, title):
    assert shelf.find({"title": title}).why == "Nearly the same title is here already."


@pytest.mark.parametrize("mark", ["RETRACTED: ", "Retracted article: ", "[Withdrawn] "])
def test_mark_of_a_retraction_is_no_part_of_a_title(shelf, mark):
    assert shelf.find({"title": f"{mark}{TITLE}"}).why == "The same title is here already."


@pytest.mark.parametrize("url", ["http://example.org/report", "https://example.org/report/"])
def test_address_is_one_in_any_writing(shelf, url):
    shelf.put(Known(pk=9), {"title": "A report", "url": "https://example.org/report"})
    assert shelf.find({"title": "Something else", "url": url}).like.pk == 9


def test_second_record_of_a_file_meets_the_first():
    shelf = Shelf()
    shelf.meet(1, {"title": "One", "doi": "10.5555/one"})
    match = shelf.meet(2, {"title": "Two", "doi": "10.5555/one"})
    assert (match.finding, match.like.number) == (HERE, 1)
    assert match.why == "DOI 10.5555/one is record 1 of this file."


@pytest.mark.parametrize("start", ["", "Letter to the editor about "])
def test_ten_thousand_meet_ten_thousand_in_seconds(start):
    """A clumsy comparison of each with each takes a hundred million steps, and minutes."""
    shelf = Shelf()
    titles = [f"{start}{chr(97 + n % 26) * 7} {spelled(n)} trial" for n in range(10_000)]
    began = time.process_time()
    for number, title in enumerate(titles):
        shelf.meet(number, {"title": title})
    assert time.process_time() - began < 10


def spelled(number):
    return "".join("abcdefghij"[int(digit)] * 3 for digit in str(number))
