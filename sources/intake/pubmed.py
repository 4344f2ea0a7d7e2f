"""Asks NCBI's E-utilities about a PubMed or PubMed Central number; abstracts are never kept."""

import json
from typing import NamedTuple

from django.conf import settings

from sources.intake.answers import NoAnswer, NotKnown, Told
from sources.intake.found_notices import doi_or_empty, pmid_or_empty
from sources.intake.pubmed_records import read
from sources.intake.service import Service

OTHER_FORM = "the answer is JSON of another form than NCBI's summaries"


class Names(NamedTuple):
    """What PubMed Central calls one of its articles elsewhere; empty where it does not say."""

    pmid: str
    doi: str


class PubMed:
    """What NCBI is asked; `how` is what a Service can be told."""

    def __init__(self, base="", **how):
        # NCBI answers 400 to a number that it never gave.
        self.service = Service("PubMed", base or settings.PUBMED_URL, not_known=(400, 404), **how)
        self.us = {"tool": "microdose_kb"}
        if self.service.mail:
            self.us["email"] = self.service.mail

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.service.close()

    def article(self, pmid: str) -> Told:
        """Return what PubMed says about the paper; raise NotKnown or NoAnswer."""
        answer = self.service.ask(
            "efetch.fcgi", "application/xml", db="pubmed", id=pmid, retmode="xml", **self.us
        )
        return read(answer, pmid)

    def names(self, pmcid: str) -> Names:
        """Return the other names of an article in PubMed Central; raise NotKnown or NoAnswer."""
        number = pmcid.removeprefix("PMC")
        answer = self.service.ask(
            "esummary.fcgi", "application/json", db="pmc", id=number, retmode="json", **self.us
        )
        return names_of(answer, number)


def names_of(body: bytes, number: str) -> Names:
    """Return the names in a summary; raise NotKnown if there is none, NoAnswer if it is no summary."""
    try:
        summary = json.loads(body)["result"].get(number, {"error": ""})
        if "error" in summary:
            raise NotKnown("PubMed Central has no such record")
        given = {row["idtype"]: str(row["value"]) for row in summary.get("articleids") or []}
    except (ValueError, RecursionError) as error:
        raise NoAnswer("the answer is no JSON") from error
    except (TypeError, KeyError, AttributeError) as error:
        raise NoAnswer(OTHER_FORM) from error
    return Names(pmid_or_empty(given.get("pmid", "")), doi_or_empty(given.get("doi", "")))
