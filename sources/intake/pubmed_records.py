"""PubMed's XML, as efetch answers it, to a Record. Pure. Declared entities are refused, abstracts not read."""

import re
from collections.abc import Iterator
from typing import NoReturn
from xml.etree import ElementTree

from sources import identifiers
from sources.intake import dates, names
from sources.intake.answers import NoAnswer, NotKnown, Told
from sources.intake.fields import Draft, settle, whole_pages
from sources.intake.record import Problem
from sources.intake.texts import one_line
from sources.vocabulary import SourceType

OTHER_FORM = "the answer is XML of another form than PubMed's articles"
# Declarations inside a document are where entities are made that grow, or that read files.
UNSAFE = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
NOTICES = {
    "RetractionIn": "a retraction notice",
    "RetractedandRepublishedIn": "a retraction with republication",
    "ExpressionOfConcernIn": "an expression of concern",
    "ErratumIn": "a correction",
    "CorrectedandRepublishedIn": "a correction with republication",
}


def read(body: bytes, pmid: str) -> Told:
    """Return what efetch says about the paper; raise NotKnown if it has no such one, else NoAnswer."""
    root = _tree(body)
    article = root.find("PubmedArticle")
    if root.tag != "PubmedArticleSet" or article is None:
        _refuse(root)
    if _text(article, "MedlineCitation/PMID") != pmid:
        raise NoAnswer("the answer is about another paper")
    record = settle(1, 1, _draft(article, pmid))
    if isinstance(record, Problem):
        raise NoAnswer(f"the record cannot be used. {record.what}")
    return Told(record, tuple(_notices(article)))


def _tree(body):
    try:
        text = body.decode("utf-8")
        if UNSAFE.search(text):
            raise NoAnswer("the answer declares entities, which no answer of PubMed's does")
        # What makes parsing unsafe is refused above.
        return ElementTree.fromstring(text)  # noqa: S314
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise NoAnswer("the answer is no XML") from error


def _refuse(root) -> NoReturn:
    if root.tag != "PubmedArticleSet":
        raise NoAnswer(OTHER_FORM)
    if root.find("PubmedBookArticle") is not None:
        raise NoAnswer("this is a part of a book, which PubMed describes in another form")
    raise NotKnown("PubMed has no such record")


def _draft(article, pmid):
    paper = article.find("MedlineCitation/Article")
    if paper is None:
        raise NoAnswer(OTHER_FORM)
    kinds = {kind.text for kind in paper.iterfind("PublicationTypeList/PublicationType")}
    listed = paper.find("AuthorList")
    draft = Draft(
        type=SourceType.ARTICLE if "Preprint" in kinds else SourceType.ARTICLE_JOURNAL,
        title=_title(paper),
        container_title=_text(paper, "Journal/Title"),
        volume=_text(paper, "Journal/JournalIssue/Volume"),
        issue=_text(paper, "Journal/JournalIssue/Issue"),
        pages=_pages(paper),
        authors=_people(listed),
        is_complete=listed is None or listed.get("CompleteYN") != "N",
        doi=_texts(article, "PubmedData/ArticleIdList/ArticleId[@IdType='doi']")
        + _texts(paper, "ELocationID[@EIdType='doi']"),
        pmid=[pmid],
        pmcid=_texts(article, "PubmedData/ArticleIdList/ArticleId[@IdType='pmc']"),
    )
    draft.date = _date(paper, draft.notes)
    draft.registration = _registrations(paper)
    return draft


def _text(parent, path):
    """Return the words of an element and of all inside it, on one line; italics and the like are lost."""
    found = parent.find(path)
    return "" if found is None else one_line("".join(found.itertext()))


def _texts(parent, path):
    return ["".join(found.itertext()) for found in parent.iterfind(path)]


def _title(paper):
    """Return the title without the full stop, and without the brackets of a translated one."""
    title = _text(paper, "ArticleTitle") or _text(paper, "VernacularTitle")
    title = title.removesuffix(".") if not title.endswith("..") else title
    if title.startswith("[") and title.endswith("]"):
        title = title[1:-1].removesuffix(".")
    return title


def _pages(paper):
    """Return the pages with their last one whole; else the article's number."""
    printed = _text(paper, "Pagination/MedlinePgn") or _text(paper, "Pagination/StartPage")
    return whole_pages(printed) or _text(paper, "ELocationID[@EIdType='pii']")


def _registrations(paper):
    """Return the numbers of trial registries; those of gene banks and the like are none."""
    numbers = _texts(paper, "DataBankList/DataBank/AccessionNumberList/AccessionNumber")
    return [number for number in numbers if _is_registration(number)]


def _is_registration(number):
    try:
        return bool(identifiers.registration(number))
    except identifiers.BadIdentifier:
        return False


def _date(paper, notes):
    """Return the day of the issue as far as it is told; a season or several months give the year."""
    printed = paper.find("Journal/JournalIssue/PubDate")
    if printed is None or not len(printed):
        printed = paper.find("ArticleDate")
    if printed is None:
        return dates.UNKNOWN
    words = [_text(printed, part) for part in ("Year", "Month", "Day", "Season", "MedlineDate")]
    if words[3] or words[4]:
        notes.append(
            f"PubMed dates it “{' '.join(filter(None, words))[:60]}”, which year, month and day cannot say whole."
        )
    if words[1].isdecimal():
        return dates.parts(*words[:3])
    return dates.written(" ".join(filter(None, words)))


def _people(listed) -> Iterator[names.Name | None]:
    for author in () if listed is None else listed.iterfind("Author"):
        if author.get("ValidYN") == "N":
            continue
        group = _text(author, "CollectiveName")
        yield (
            names.literal(group.rstrip("."))
            if group
            else names.name(
                _text(author, "LastName"),
                _text(author, "ForeName") or _text(author, "Initials"),
                _text(author, "Suffix"),
            )
        )


def _notices(article) -> Iterator[str]:
    """Yield, in words, the notices on the paper, each with the number of the notice where there is one."""
    told = False
    for link in article.iterfind("MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        if words := NOTICES.get(link.get("RefType", "")):
            told = told or words.startswith("a retraction")
            number = _text(link, "PMID")
            yield f"{words} (PMID {number})" if number.isdecimal() else words
    kinds = article.iterfind("MedlineCitation/Article/PublicationTypeList/PublicationType")
    if not told and any(kind.text == "Retracted Publication" for kind in kinds):
        yield NOTICES["RetractionIn"]
