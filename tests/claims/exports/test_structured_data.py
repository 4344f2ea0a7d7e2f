"""Structured data say what the pages say, and nothing that is not known."""

import pytest

from claims.exports.structured_data import RATINGS, article, data_set, rating
from claims.rating.vocabulary import HEADLINES, Verdict, headline
from tests.claims.exports.test_page_metadata import RECORD

PAGE = "https://kb.example.org/sources/berg2024mood/"


def make_record(**changed):
    given = {"pmcid": None, "status": "published", "words": {"status": "Published"}}
    return RECORD | given | changed


def rated(code):
    term = headline(code)
    return rating({"code": code, "label": term.label, "sentence": term.sentence})


def test_rating_is_the_place_of_the_verdict():
    places = {one.value: rated(one)["ratingValue"] for one in RATINGS}
    assert places["not-supported"] == 1
    assert places["contested"] == 4
    assert places["supported"] == 7


@pytest.mark.parametrize("code", [code for code, _ in HEADLINES])
def test_rating_has_our_words(code):
    found = rated(code)
    assert found["alternateName"] == headline(code).label
    assert found.get("bestRating", 7) == 7


@pytest.mark.parametrize("code", [Verdict.INSUFFICIENT, "reviewers-disagree", "under-review"])
def test_what_is_on_no_side_has_no_number(code):
    assert not {"ratingValue", "bestRating", "worstRating"} & set(rated(code))


def test_article_names_its_authors():
    person, group = article(make_record(), page=PAGE)["author"]
    assert person["name"] == "Ada B. van der Berg"
    assert group == {"@type": "Organization", "name": "The Trial Group"}


def test_article_stands_in_issue_volume_and_journal():
    issue = article(make_record(), page=PAGE)["isPartOf"]
    assert issue["issueNumber"] == "2"
    assert issue["isPartOf"]["volumeNumber"] == "14"
    assert issue["isPartOf"]["isPartOf"] == {"@type": "Periodical", "name": "Journal of Trials"}


def test_article_leaves_out_what_is_not_known():
    unknown = ("container_title", "volume", "issue", "pages", "doi", "pmid", "year")
    known = article(make_record(**dict.fromkeys(unknown), authors=[]), page=PAGE)
    assert set(known) == {"@context", "@type", "headline", "sameAs", "mainEntityOfPage"}


def test_article_that_was_retracted_says_so():
    record = make_record(status="retracted", words={"status": "Retracted"})
    assert article(record, page=PAGE)["creativeWorkStatus"] == "Retracted"
    assert "creativeWorkStatus" not in article(make_record(), page=PAGE)


def test_report_is_no_article():
    assert article(make_record(type="report"), page=PAGE)["@type"] == "Report"


def test_data_set_without_an_edition_has_no_date():
    assert "dateModified" not in data_set(
        root="https://kb", page="https://kb/export/", changed=None
    )
