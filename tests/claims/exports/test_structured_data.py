"""Structured data say what the pages say, and nothing that is not known."""

import datetime
from types import SimpleNamespace

import pytest

from claims.exports.structured_data import RATINGS, article, claim_review, data_set, rating
from claims.rating.vocabulary import HEADLINES, Verdict, headline
from claims.whole_base.built import File
from tests.claims.exports.test_page_metadata import PARTLY_KNOWN, RECORD

PAGE = "https://kb.example.org/sources/berg2024mood/"


REVIEW = "Automatic suggestion, not yet reviewed"


def make_record(**changed):
    given = {"pmcid": None, "status": "published", "words": {"status": "Published"}}
    return RECORD | given | changed


def rated(code):
    term = headline(code)
    verdict = {"code": code, "label": term.label, "sentence": term.sentence}
    return rating(verdict, {"label": REVIEW})


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


@pytest.mark.parametrize("code", [code for code, _ in HEADLINES])
def test_rating_says_who_has_reviewed_it(code):
    assert rated(code)["ratingExplanation"].endswith(f"{REVIEW}.")


def test_claim_is_told_without_signs_that_turn_text_around():
    document = {
        "claim": {"statement": "It \u202elifts\u202c mood."},
        "fingerprint": "0123456789abcdef" * 4,
        "verdict": {"code": "contested", "label": "Studies disagree", "sentence": ""},
        "review": {"label": REVIEW},
    }
    day = datetime.datetime(2026, 9, 3, tzinfo=datetime.UTC)
    edition = SimpleNamespace(document=document, published_at=day)
    told = claim_review(edition, root="https://kb", page=PAGE, image="", article="An article")
    assert told["claimReviewed"] == "It lifts mood."


def test_article_names_its_authors():
    person, group = article(make_record(), page=PAGE)["author"]
    assert person["name"] == "Ada B. van der Berg"
    assert group == {"@type": "Organization", "name": "The Trial Group"}


@pytest.mark.parametrize("gap", PARTLY_KNOWN)
def test_article_whose_authors_are_not_all_known_in_order_names_none(gap):
    assert "author" not in article(make_record(**gap), page=PAGE)


def test_article_is_told_without_signs_that_turn_text_around():
    record = make_record(
        title="A\u202eB", container_title="J\u2066x", authors=[{"family": "Be\u200frg"}]
    )
    known = article(record, page=PAGE)
    named = known["headline"], known["author"][0]["familyName"]
    assert named == ("AB", "Berg")
    assert "\u2066" not in str(known)


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


@pytest.mark.parametrize(
    ("type", "kind"),
    [("report", "Report"), ("webpage", "WebPage"), ("article", "ScholarlyArticle")],
)
def test_every_type_is_told_as_what_it_is(type, kind):
    assert article(make_record(type=type), page=PAGE)["@type"] == kind


@pytest.mark.parametrize("type", ["article", "report", "book", "thesis"])
def test_who_brought_a_source_out_is_its_publisher(type):
    known = article(make_record(type=type, volume=None, issue=None), page=PAGE)
    assert known["publisher"] == {"@type": "Organization", "name": "Journal of Trials"}
    assert "isPartOf" not in known


def test_chapter_is_part_of_a_book():
    known = article(make_record(type="chapter", volume=None, issue=None), page=PAGE)
    assert known["isPartOf"] == {"@type": "Book", "name": "Journal of Trials"}


@pytest.mark.parametrize("type", ["book", "thesis", "webpage"])
def test_pages_are_told_only_of_what_has_a_place_for_them(type):
    assert "pagination" not in article(make_record(type=type), page=PAGE)


def test_source_without_a_doi_or_an_address_is_found_in_pubmed():
    known = article(make_record(doi=None, url=""), page=PAGE)
    assert known["sameAs"] == "https://pubmed.ncbi.nlm.nih.gov/12345/"


def test_doi_with_signs_of_its_own_makes_a_whole_address():
    known = article(make_record(doi="10.1002/(SICI)1<1::AID#2>3.0"), page=PAGE)
    assert known["sameAs"] == "https://doi.org/10.1002/(SICI)1%3C1::AID%232%3E3.0"


def make_data_set(**given):
    return data_set(root="https://kb", page="https://kb/export/", **given)


def test_data_set_without_an_edition_has_neither_date_nor_files():
    assert not {"dateModified", "version", "distribution"} & set(make_data_set(as_of=None))


def test_data_set_is_of_its_newest_edition():
    found = make_data_set(as_of=datetime.datetime(2026, 11, 23, 8, 30, tzinfo=datetime.UTC))
    assert (found["dateModified"], found["version"]) == ("2026-11-23", "2026-11-23T08:30:00+00:00")


def test_data_set_says_where_each_file_is_and_how_to_know_it():
    file = File(
        "x.bib", "References", "For papers.", "Import it.", "a/b; charset=utf-8", 7, "ab", {}
    )
    [download] = make_data_set(as_of=None, files=[(file, "https://kb/export/x.bib")])[
        "distribution"
    ]
    assert download["contentUrl"] == "https://kb/export/x.bib"
    assert (download["encodingFormat"], download["contentSize"]) == ("a/b", "7 B")
    assert download["sha256"] == "ab"
