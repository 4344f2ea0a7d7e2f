"""PubMed's articles as records of the library."""

import pytest

from sources.intake.answers import NoAnswer, NotKnown
from sources.intake.pubmed_records import read
from sources.intake.record import KEYS
from tests.sources.intake.service_answers import article

PMID = "99000001"
DATE = "<PubDate><Year>2019</Year><Month>Nov</Month><Day>15</Day></PubDate>"
PAGES = "<StartPage>731</StartPage><EndPage>740</EndPage><MedlinePgn>731-40</MedlinePgn>"
KINDS = '<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>'
TITLE = "Effects of a <i>very low</i> dose on 5-HT<sub>2A</sub> receptors (p &lt; 0.05): an invented trial."
COMMENT = (
    '<CommentsCorrections RefType="{}"><RefSource>J Ex. 2021</RefSource>'
    '<PMID Version="1">99000003</PMID></CommentsCorrections>'
)


def record(*changes):
    return read(article(*changes), PMID).record


def fields(*changes):
    return record(*changes).fields


def notices(*comments, kind="Journal Article"):
    listed = "".join(map(COMMENT.format, comments))
    changes = [
        ("<MedlineJournalInfo>", f"<CommentsCorrectionsList>{listed}</CommentsCorrectionsList><MedlineJournalInfo>"),
        ("Randomized Controlled Trial", kind),
    ]  # fmt: skip
    return read(article(*changes), PMID).notices


def test_article_is_told_whole():
    assert fields() == {
        "type": "article-journal",
        "title": "Effects of a very low dose on 5-HT2A receptors (p < 0.05): an invented trial",
        "container_title": "Journal of examples",
        "year": 2019,
        "month": 11,
        "day": 15,
        "volume": "14",
        "issue": "2",
        "pages": "731-740",
        "authors": [
            {"family": "van der Example", "given": "Ada B", "suffix": "Jr"},
            {"family": "Müster", "given": "C"},
            {"literal": "Invented Trial Group"},
        ],
        "doi": "10.1000/example.1",
        "pmid": PMID,
        "pmcid": "PMC99000002",
        "registration": "NCT00000000",
    }
    assert set(fields()) <= set(KEYS)


def test_abstract_is_not_read():
    assert "belongs to its publisher" not in str(record())


def test_article_without_anything_special_has_no_notes():
    assert record().notes == ()


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("<Year>2019</Year>", (2019, None, None)),
        ("<Year>2019</Year><Month>03</Month>", (2019, 3, None)),
        ("<Year>2019</Year><Month>Feb</Month><Day>30</Day>", (2019, 2, None)),
        ("<MedlineDate>2019 Nov-Dec</MedlineDate>", (2019, None, None)),
        ("<MedlineDate>2019 Nov 15-21</MedlineDate>", (2019, 11, None)),
        ("<Year>2019</Year><Season>Winter</Season>", (2019, None, None)),
        ("", (2019, 9, 2)),
    ],
)
def test_date_is_read_as_far_as_it_is_told(printed, date):
    told = fields((DATE, f"<PubDate>{printed}</PubDate>"))
    assert tuple(told.get(part) for part in ("year", "month", "day")) == date


def test_inexact_date_is_told_in_a_note():
    told = record((DATE, "<PubDate><MedlineDate>2019 Nov-Dec</MedlineDate></PubDate>"))
    assert told.notes == (
        "PubMed dates it “2019 Nov-Dec”, which year, month and day cannot say whole.",
    )


def test_article_without_authors_has_none():
    text = article().decode()
    start, end = text.index("<AuthorList"), text.index("</AuthorList>") + len("</AuthorList>")
    told = read((text[:start] + text[end:]).encode(), PMID).record.fields
    assert "authors" not in told


def test_incomplete_list_of_authors_says_so():
    assert (
        fields(('<AuthorList CompleteYN="Y">', '<AuthorList CompleteYN="N">'))["authors_complete"]
        is False
    )


@pytest.mark.parametrize(
    ("printed", "pages"),
    [
        ("<MedlinePgn>1098-105</MedlinePgn>", "1098-1105"),
        ("<MedlinePgn>e12-e15</MedlinePgn>", "e12-e15"),
        ("<StartPage>191</StartPage><MedlinePgn>191</MedlinePgn>", "191"),
        ("", "S0000-0000(19)00001-1"),
    ],
)
def test_pages_are_whole(printed, pages):
    assert fields((PAGES, printed))["pages"] == pages


def test_preprint_is_one_that_nobody_reviewed():
    told = fields(("Randomized Controlled Trial", "Preprint"))
    assert (told["type"], told["peer_reviewed"]) == ("article", False)


def test_title_in_another_language_stands_in_for_a_missing_one():
    vernacular = "<ArticleTitle></ArticleTitle><VernacularTitle>Ein Versuch.</VernacularTitle>"
    assert fields((f"<ArticleTitle>{TITLE}</ArticleTitle>", vernacular))["title"] == "Ein Versuch"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("[A translated title.].", "A translated title"),
        ("To be continued...", "To be continued..."),
    ],
)
def test_title_stands_without_what_pubmed_puts_around_it(printed, title):
    assert fields((TITLE, printed))["title"] == title


def test_doi_of_the_article_is_not_that_of_a_reference():
    own = '<ArticleId IdType="doi">10.1000/Example.1</ArticleId>'
    elsewhere = '<ELocationID EIdType="doi" ValidYN="Y">10.1000/Example.1</ELocationID>'
    assert "doi" not in fields((own, ""), (elsewhere, ""))


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("RetractionIn", "a retraction notice (PMID 99000003)"),
        ("ExpressionOfConcernIn", "an expression of concern (PMID 99000003)"),
        ("ErratumIn", "a correction (PMID 99000003)"),
    ],
)
def test_notice_on_the_paper_is_told(link, words):
    assert notices(link, "CommentIn") == (words,)


def test_retracted_publication_is_told_without_its_notice():
    assert notices("ErratumIn", kind="Retracted Publication") == (
        "a correction (PMID 99000003)",
        "a retraction notice",
    )


def test_empty_answer_is_not_known():
    with pytest.raises(NotKnown, match="PubMed has no such record"):
        read(b"<PubmedArticleSet></PubmedArticleSet>", PMID)


def test_part_of_a_book_is_refused_with_its_reason():
    with pytest.raises(NoAnswer, match="part of a book"):
        read(b"<PubmedArticleSet><PubmedBookArticle/></PubmedArticleSet>", PMID)


def test_answer_about_another_paper_is_none():
    with pytest.raises(NoAnswer, match="about another paper"):
        read(article(), "99000009")


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        "<!doctype a\n[ <!ELEMENT a ANY>]><a/>",
    ],
)
def test_declared_entities_are_refused_unread(declared):
    with pytest.raises(NoAnswer, match="declares entities"):
        read(declared.encode(), PMID)


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"<PubmedArticleSet>", b"<a>&nbsp;</a>", '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16")],
)  # fmt: skip
def test_what_is_no_xml_is_no_answer(body):
    with pytest.raises(NoAnswer, match="no XML"):
        read(body, PMID)


@pytest.mark.parametrize("body", [b"<html><p>Maintenance</p></html>", b"<eFetchResult/>"])
def test_xml_of_another_form_is_no_answer(body):
    with pytest.raises(NoAnswer, match="another form"):
        read(body, PMID)


def test_article_without_title_cannot_be_used():
    with pytest.raises(NoAnswer, match="has no title"):
        record((TITLE, ""))
