"""Asks Crossref's REST API about a DOI: for its work, and which notices were issued on it."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from django.conf import settings

from sources.intake.answers import NoAnswer, NotKnown
from sources.intake.found_notices import (
    Doubt,
    FoundNotice,
    address,
    doi_or_empty,
    one_line,
)
from sources.intake.retraction_watch import ORIGIN as RETRACTION_WATCH
from sources.intake.service import Service
from sources.vocabulary import NoticeKind

OTHER_FORM = "the answer is JSON of another form than Crossref's works"
# Then the service is down, and every further question would cost its whole wait.
FAILURES_IN_A_ROW = 5
# A withdrawal takes a paper back as a retraction does. What is not here a person decides.
KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "expression_of_concern": NoticeKind.EXPRESSION_OF_CONCERN,
    "erratum": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "correction": NoticeKind.CORRECTION,
    "addendum": NoticeKind.CORRECTION,
    "clarification": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}


class Crossref:
    """What Crossref is asked; `how` is what a Service can be told."""

    def __init__(self, base="", **how):
        self.service = Service("Crossref", base or settings.CROSSREF_URL, **how)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.service.close()

    def work(self, doi: str) -> dict:
        """Return the work that Crossref holds under the DOI; raise NotKnown or NoAnswer."""
        mail = {"mailto": self.service.mail} if self.service.mail else {}
        path = f"works/{quote(doi, safe='')}"
        return work_of(self.service.ask(path, "application/json", **mail))

    def notices(self, doi: str) -> list[FoundNotice | Doubt]:
        """Return what was issued on the paper; raise NotKnown or NoAnswer."""
        return notices_of(self.work(doi), doi)


def work_of(body: bytes) -> dict:
    """Return the work of an answer; raise NoAnswer if it holds none."""
    try:
        work = json.loads(body)["message"]
    except (ValueError, RecursionError) as error:
        raise NoAnswer("the answer is no JSON") from error
    except (TypeError, KeyError) as error:
        raise NoAnswer(OTHER_FORM) from error
    if not isinstance(work, dict):
        raise NoAnswer(OTHER_FORM)
    return work


def notices_of(work: dict, doi: str) -> list[FoundNotice | Doubt]:
    """Return the notices that a work lists on itself; raise NoAnswer if the list is none."""
    updates = work.get("updated-by") or []
    try:
        return [_tell(update, doi) for update in updates]
    except (TypeError, KeyError, AttributeError) as error:
        raise NoAnswer(OTHER_FORM) from error


def _tell(update, doi):
    code = re.sub(r"[^a-z]+", "_", update["type"].lower())
    notice = doi_or_empty(str(update.get("DOI", "")))
    if code not in KINDS:
        what = f"called “{one_line(update['type'], 60)}”, {address(notice) or 'without address'}"
        return Doubt(doi, "", what, "Crossref")
    return FoundNotice(
        kind=KINDS[code],
        doi=doi,
        pmid="",
        issued_on=_day(update.get("updated")),
        url=address(notice),
        reason="",
        reference=_reference(update, notice, code),
        where="Crossref",
    )


def _reference(update, notice, code):
    """Return the Retraction Watch number, which its file tells too, or else the notice's DOI."""
    number = one_line(str(update.get("record-id") or ""), 200)
    if update.get("source") == RETRACTION_WATCH and number:
        return f"{RETRACTION_WATCH}:{number}"
    return f"crossref:{notice}/{code}" if notice else ""


def _day(updated):
    """Return the day if year, month and day are told; Crossref leaves out what it was not told."""
    try:
        year, month, day = updated["date-parts"][0]
        return date(year, month, day)
    except (TypeError, KeyError, IndexError, ValueError, OverflowError):
        return None


@dataclass
class Answers:
    """What many questions came to; `unasked` names each source without an answer, and why."""

    found: list[FoundNotice | Doubt] = field(default_factory=list)
    asked: int = 0
    not_known: int = 0
    unasked: list[str] = field(default_factory=list)


def ask_about(sources, crossref: Crossref) -> Answers:
    """Ask about each source that has a DOI; after some failures in a row, ask no more."""
    answers, in_a_row = Answers(), 0
    for source in sources:
        if in_a_row == FAILURES_IN_A_ROW:
            answers.unasked.append(f"{source.key}: not asked, after {in_a_row} failures in a row")
            continue
        try:
            answers.found += crossref.notices(source.doi)
            answers.asked, in_a_row = answers.asked + 1, 0
        except NotKnown:
            answers.not_known, in_a_row = answers.not_known + 1, 0
        except NoAnswer as reason:
            answers.unasked.append(f"{source.key}: {reason}")
            in_a_row += 1
    return answers
