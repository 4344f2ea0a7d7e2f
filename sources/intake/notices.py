"""Found notices to the library's sources: which are new, and the deed that records them all."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from microdose_kb import accounts
from sources.intake import library
from sources.intake.found_notices import Doubt, FoundNotice
from sources.intake.retraction_watch import Problem
from sources.models import Notice, Source
from sources.vocabulary import NoticeKind

ACCOUNT = "notices"
# Of several on one day, the lifting one was the last.
ORDER = [
    NoticeKind.CORRECTION,
    NoticeKind.EXPRESSION_OF_CONCERN,
    NoticeKind.RETRACTION,
    NoticeKind.REINSTATEMENT,
]


class BadFile(Exception):
    """The file cannot be used; holds every problem that was seen."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass
class Check:
    """What a check came to: notices to record with their sources, and what a person has to see."""

    new: list[tuple[Source, FoundNotice]] = field(default_factory=list)
    known: int = 0
    doubts: list[str] = field(default_factory=list)


class Shelf:
    """The sources that a check can meet, by DOI and by PubMed number, loaded once."""

    def __init__(self) -> None:
        self.sources = list(Source.objects.all())
        self._by_doi = {source.doi: source for source in self.sources if source.doi}
        self._by_pmid = {source.pmid: source for source in self.sources if source.pmid}

    def find(self, doi: str, pmid: str) -> Source | None:
        return self._by_doi.get(doi) or self._by_pmid.get(pmid)

    def contradicts(self, found: FoundNotice | Doubt) -> bool:
        """Say whether only the PubMed number is ours, while both sides tell a DOI."""
        source = self.find(found.doi, found.pmid)
        return bool(source.doi and found.doi.startswith("10.") and source.doi != found.doi)


def account():
    """Return the account that checks for notices."""
    return accounts.of_program(ACCOUNT, first_name="Notice check")


def usable(found: Iterable) -> list[FoundNotice | Doubt]:
    """Return what was found, or raise BadFile with every problem in it."""
    told, problems = [], []
    for item in found:
        (problems if isinstance(item, Problem) else told).append(item)
    if problems:
        raise BadFile(problems)
    return told


def compare(found: list[FoundNotice | Doubt], shelf: Shelf) -> Check:
    """Return which of the found notices the library lacks, in the order in which they count."""
    check = Check()
    stored = _stored({shelf.find(item.doi, item.pmid) for item in found})
    for item in found:
        if isinstance(item, Doubt):
            check.doubts.append(_doubt(item, shelf, item.what))
    for item in sorted((f for f in found if isinstance(f, FoundNotice)), key=_place):
        _place_one(check, shelf, stored, item)
    return check


def _stored(sources):
    """Return the notices of each source, by its primary key."""
    stored = {source.pk: [] for source in sources}
    for notice in Notice.objects.filter(source__in=sources):
        stored[notice.source_id].append(notice)
    return stored


def _place(found):
    """An undated reinstatement lifts what came before; anything else undated came first."""
    undated = date.max if found.kind == NoticeKind.REINSTATEMENT else date.min
    return found.issued_on or undated, ORDER.index(found.kind)


def _place_one(check, shelf, stored, found):
    source = shelf.find(found.doi, found.pmid)
    notices = stored[source.pk]
    if any(_is_same(notice, found) for notice in notices):
        check.known += 1
    elif what := _why_in_doubt(shelf, notices, found):
        check.doubts.append(_doubt(found, shelf, what))
    else:
        check.new.append((source, found))
        notices.append(found)


def _is_same(notice, found):
    """Say whether a notice, recorded or about to be, is the one that was found."""
    if notice.kind != found.kind:
        return False
    if found.reference and notice.reference == found.reference:
        return True
    return _has_same_address(notice.url, found.url) or (
        found.issued_on is not None
        and notice.issued_on == found.issued_on
        and _origin(notice) != _origin(found)
    )


def _has_same_address(one, other):
    one, other = (text.lower().rstrip("/") for text in (one, other))
    _, _, doi = other.partition("://doi.org/")
    return bool(other) and (one == other or bool(doi) and one.endswith(f"/{doi}"))


def _origin(notice):
    """Return who told of the notice; empty for a person."""
    return notice.reference.partition(":")[0]


def _why_in_doubt(shelf, notices, found):
    """Return why a person has to decide about a notice; empty if nobody has to."""
    if shelf.contradicts(found):
        return f"{found.kind} of {found.doi}, a DOI that is not the source's; its PubMed number is"
    if found.reference and any(notice.reference == found.reference for notice in notices):
        return f"{found.reference} is recorded as something else and is now called {found.kind}"
    if found.issued_on is None and any(notice.kind == found.kind for notice in notices):
        return f"{found.kind} without a date, perhaps the one that is recorded"
    return ""


def _doubt(item, shelf, what):
    return f"{shelf.find(item.doi, item.pmid).key}: {what} ({item.where})"


@transaction.atomic
def record(*, found: list[FoundNotice | Doubt], shelf: Shelf, by) -> Check:
    """Record every found notice that the library lacks, all of them or none; return the Check."""
    concerned = {shelf.find(item.doi, item.pmid).pk for item in found}
    list(Source.objects.select_for_update(no_key=True).filter(pk__in=concerned).order_by("pk"))
    check = compare(found, shelf)
    for source, notice in check.new:
        library.record_notice(
            source=source,
            kind=notice.kind,
            by=by,
            issued_on=notice.issued_on,
            url=notice.url,
            reason=notice.reason,
            reference=notice.reference,
        )
    return check
