"""From an identifier in any dress to what a service tells of the paper, and to the source that has it."""

import time
from dataclasses import dataclass, replace

from django.db.models import Q

from sources import identifiers
from sources.identifiers import BadIdentifier
from sources.intake import importing
from sources.intake.answers import NoAnswer, NotKnown, Told
from sources.intake.crossref import Crossref, notices_of
from sources.intake.crossref_works import to_record
from sources.intake.found_notices import Doubt
from sources.intake.matching import PERHAPS
from sources.intake.pubmed import PubMed
from sources.intake.record import Problem, Record
from sources.intake.service import AT_THE_DESK
from sources.models import Source
from sources.vocabulary import NoticeKind

KINDS = {"pmcid": identifiers.pmcid, "pmid": identifiers.pmid, "doi": identifiers.doi}
# What is shown again of a text that may be anything.
LONGEST = 200
LABELS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
SERVICES = {"doi": "Crossref", "pmid": "PubMed", "pmcid": "PubMed Central"}
BY_HAND = "Fill the form by hand, or try again later."
NOT_THERE = {
    "doi": "Crossref does not know {}: another agency may have registered it, or a digit is wrong."
    " Open https://doi.org/{} to see; the form can be filled by hand.",
    "pmid": "PubMed does not know {}. Compare the number digit by digit.",
    "pmcid": "PubMed Central does not know {}. Compare the number digit by digit.",
}


@dataclass(frozen=True)
class Name:
    """An identifier in its normal form and of what kind it is: doi, pmid or pmcid."""

    kind: str
    text: str

    def __str__(self) -> str:
        return self.text if self.kind == "pmcid" else f"{LABELS[self.kind]} {self.text}"


@dataclass(frozen=True)
class Found:
    """A record that a service told: which service, and where a person can read the same."""

    record: Record
    service: str
    address: str
    notices: tuple[str, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person has to know or to do about the record, in sentences."""
        told = (
            f"{self.service} lists {notice}: record it after saving." for notice in self.notices
        )
        return (*told, *self.record.notes)

    def here_already(self) -> Source | None:
        return here_already(**{kind: self.record.fields.get(kind, "") for kind in LABELS})


def name_of(text: str) -> Name:
    """Return the identifier in the text, from any usual dress; raise BadIdentifier if it is none."""
    for kind, normalise in KINDS.items():
        try:
            return Name(kind, normalise(text))
        except BadIdentifier:
            continue
    raise BadIdentifier(
        "DOI, PubMed or PubMed Central number",
        text,
        "10.1038/s41398-024-02900-4, 38622150 or PMC11018829",
    )


def here_already(**names: str) -> Source | None:
    """Return the library's source with one of these identifiers; of a merged one, what it became."""
    given = [Q(**{kind: names[kind]}) for kind in LABELS if names.get(kind)]
    if not given:
        return None
    condition = given[0]
    for another in given[1:]:
        condition |= another
    source = Source.objects.select_related("merged_into").filter(condition).first()
    return source and (source.merged_into or source)


def look_alike(found: Found) -> Source | None:
    """Return a source with the same or nearly the same title, such as the preprint of an article."""
    shelf, _ = importing.library()
    match = shelf.find(found.record.fields)
    if match.finding != PERHAPS:
        return None
    return Source.objects.get(pk=match.like.pk)


def look_up(name: Name, patience=AT_THE_DESK) -> Found:
    """Ask the service that knows such identifiers; raise NotKnown or NoAnswer with the remedy."""
    until = time.monotonic() + patience.altogether
    try:
        return ASKED[name.kind](name.text, {"patience": patience, "until": until})
    except NotKnown as error:
        raise NotKnown(NOT_THERE[name.kind].format(name, name.text)) from error
    except NoAnswer as error:
        service = SERVICES[name.kind]
        raise NoAnswer(
            f"{service} could not be asked about {name}: {str(error).rstrip('.')}. {BY_HAND}"
        ) from error


def _by_doi(doi, how):
    with Crossref(**how) as crossref:
        work = crossref.work(doi)
    record = to_record(work, doi)
    if isinstance(record, Problem):
        raise NoAnswer(f"its record cannot be used. {record.what}")
    told = tuple(dict.fromkeys(map(_in_words, notices_of(work, doi))))
    answered = record.fields["doi"]
    if answered != doi:
        remark = f"Crossref answers under {answered}, not under {doi}: see whether it is the paper."
        record = replace(record, notes=(remark, *record.notes))
    return Found(record, "Crossref", f"https://doi.org/{answered}", told)


def _in_words(notice):
    if isinstance(notice, Doubt):
        return f"a notice {notice.what}"
    words = f"a notice of {NoticeKind(notice.kind).label.lower()}"
    return f"{words} ({notice.url})" if notice.url else words


def _by_pmid(pmid, how):
    with PubMed(**how) as pubmed:
        told = pubmed.article(pmid)
    return _from_pubmed(told, pmid)


def _from_pubmed(told: Told, pmid):
    return Found(told.record, "PubMed", f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/", told.notices)


def _by_pmcid(pmcid, how):
    """Ask PubMed Central for the other names of the article, and then who knows those."""
    with PubMed(**how) as pubmed:
        names = pubmed.names(pmcid)
    if names.pmid:
        found = _by_pmid(names.pmid, how)
    elif names.doi:
        found = _by_doi(names.doi, how)
    else:
        raise NoAnswer("it names neither a PubMed number nor a DOI for it")
    return replace(
        found, record=replace(found.record, fields=found.record.fields | {"pmcid": pmcid})
    )


ASKED = {"doi": _by_doi, "pmid": _by_pmid, "pmcid": _by_pmcid}
