"""Asks Crossref's REST API which notices were issued on a DOI; the only module that speaks to it."""

import json
import re
import time
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from sources.intake.found_notices import (
    Doubt,
    FoundNotice,
    address,
    doi_or_empty,
    one_line,
)
from sources.intake.retraction_watch import ORIGIN as RETRACTION_WATCH
from sources.vocabulary import NoticeKind

PAUSE_AT_MOST = 60
STATUSES_TO_REPEAT = (429, 500, 502, 503, 504)
CHUNK = 64 * 1024
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


class NoAnswer(Exception):
    """Crossref could not be asked, or what came back is no answer; the text says which."""


class NotKnown(Exception):
    """Crossref has no such DOI; another agency may have registered it."""


@dataclass
class Crossref:
    """How Crossref is asked: where, for whom, how patiently, and how much is read of an answer."""

    base: str = field(default_factory=lambda: settings.CROSSREF_URL)
    mail: str = field(default_factory=lambda: settings.CONTACT_MAIL)
    to_connect: float = 10
    to_answer: float = 30
    altogether: float = 90
    repeats: int = 3
    pause: float = 1
    largest: int = 10 * 1024 * 1024

    def __post_init__(self):
        # Silence is asked again once only: each costs the whole wait.
        retry = Retry(
            total=self.repeats,
            read=1,
            status_forcelist=STATUSES_TO_REPEAT,
            backoff_factor=self.pause,
            backoff_max=PAUSE_AT_MOST,
            retry_after_max=PAUSE_AT_MOST,
            raise_on_status=False,
        )
        self.session = requests.Session()
        self.session.max_redirects = 3
        self.session.headers["Accept"] = "application/json"
        self.session.headers["User-Agent"] = "microdose_kb" + (
            f" (mailto:{self.mail})" if self.mail else ""
        )
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, HTTPAdapter(max_retries=retry))

    def close(self) -> None:
        self.session.close()

    def notices(self, doi: str) -> list[FoundNotice | Doubt]:
        """Return what was issued on the paper; raise NotKnown or NoAnswer."""
        return [_tell(update, doi) for update in _updates(self._ask(doi))]

    def _ask(self, doi):
        try:
            with self.session.get(
                f"{self.base}/works/{quote(doi, safe='')}",
                params={"mailto": self.mail} if self.mail else {},
                timeout=(self.to_connect, self.to_answer),
                stream=True,
            ) as response:
                _refuse_status(response.status_code)
                return self._body(response)
        except requests.RequestException as error:
            raise NoAnswer(f"no whole answer ({_cause(error)})") from error

    def _body(self, response):
        body, end = bytearray(), time.monotonic() + self.altogether
        for chunk in response.iter_content(CHUNK):
            body += chunk
            if len(body) > self.largest:
                raise NoAnswer(f"the answer is larger than {self.largest // 1024 // 1024} MB")
            if time.monotonic() > end:
                raise NoAnswer("no whole answer in time")
        return bytes(body)


def _cause(error):
    """Return the name of what lies below an error that the repeating wraps."""
    wrapped = error.args[0] if error.args else error
    return type(getattr(wrapped, "reason", None) or error).__name__


def _refuse_status(status):
    if status == 404:
        raise NotKnown
    if status == 429:
        raise NoAnswer("too many questions (429); ask again later, and set CONTACT_MAIL")
    if status != 200:
        raise NoAnswer(f"the answer is an error ({status})")


def _updates(body):
    """Return the update records of an answer; raise NoAnswer if it is none."""
    try:
        answer = json.loads(body)
        updates = answer["message"].get("updated-by") or []
        if not all(isinstance(update["type"], str) for update in updates):
            raise TypeError
    except (ValueError, RecursionError) as error:
        raise NoAnswer("the answer is no JSON") from error
    except (TypeError, KeyError, AttributeError) as error:
        raise NoAnswer("the answer is JSON of another form than Crossref's works") from error
    return updates


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
