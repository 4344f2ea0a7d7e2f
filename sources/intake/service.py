"""Asks a bibliographic service a question over HTTP; the only module of ours that goes to the network.

Whatever the service does, the caller gets the body of a whole answer, NotKnown or NoAnswer.
"""

import math
import time
from dataclasses import dataclass, field

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, InvalidHeader
from urllib3.util import Retry

from sources.intake.answers import NoAnswer, NotKnown
from sources.intake.deadline import POOLS, Deadline, is_over

STATUSES_TO_REPEAT = (429, 500, 502, 503, 504)
CHUNK = 64 * 1024
MEGABYTE = 1024 * 1024
NOT_IN_TIME = "no whole answer in time"


@dataclass(frozen=True)
class Patience:
    """How long a question may take, in seconds, and how often it is repeated.

    A service that asks for a longer pause than `pause_at_most` is not asked again.
    """

    to_connect: float = 10
    to_answer: float = 30
    altogether: float = 90
    repeats: int = 3
    pause: float = 1
    pause_at_most: float = 60


# Nobody watches a nightly command; at the desk a person waits, who can type the record instead.
NIGHTLY = Patience()
AT_THE_DESK = Patience(
    to_connect=2, to_answer=4, altogether=10, repeats=1, pause=0.5, pause_at_most=2
)


@dataclass
class Service:
    """How a service is asked: under which name and address, how patiently, how much is read.

    `until` is the moment of the monotonic clock after which several questions together take too long.
    """

    name: str
    base: str
    patience: Patience = NIGHTLY
    until: float = math.inf
    largest: int = 10 * MEGABYTE
    not_known: tuple[int, ...] = (404,)
    mail: str = field(default_factory=lambda: settings.CONTACT_MAIL)

    def __post_init__(self):
        self.session = requests.Session()
        self.session.max_redirects = 3
        self.session.headers["User-Agent"] = "microdose_kb" + (
            f" (mailto:{self.mail})" if self.mail else ""
        )
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, _Adapter(max_retries=_repeats(self.patience)))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self) -> None:
        self.session.close()

    def ask(self, path: str, accept: str, **parameters: str) -> bytes:
        """Return the body of the answer; raise NotKnown or NoAnswer."""
        end = min(self.until, time.monotonic() + self.patience.altogether)
        with Deadline(end) as deadline:
            try:
                return self._get(path, accept, parameters, end)
            # A redirect to half an address is a bare ValueError.
            except (requests.RequestException, HTTPError, ValueError) as error:
                if deadline.is_over:
                    raise NoAnswer(NOT_IN_TIME) from error
                raise NoAnswer(f"no whole answer ({_cause(error)})") from error

    def _get(self, path, accept, parameters, end):
        with self.session.get(
            f"{self.base}/{path}",
            params=parameters,
            headers={"Accept": accept},
            timeout=self._timeouts(end),
            stream=True,
        ) as response:
            # What was cut off within its head looks like a whole answer without a body.
            self._refuse_late(end)
            self._refuse_status(response)
            body = self._body(response.raw, end)
            self._refuse_late(end)
            return body

    def _refuse_late(self, end):
        if time.monotonic() > end:
            raise NoAnswer(NOT_IN_TIME)

    def _timeouts(self, end):
        left = end - time.monotonic()
        if left <= 0:
            raise NoAnswer(NOT_IN_TIME)
        return min(self.patience.to_connect, left), min(self.patience.to_answer, left)

    def _refuse_status(self, response):
        status = response.status_code
        if status in self.not_known:
            raise NotKnown(f"{self.name} has no such record")
        if status == 429:
            remedy = "" if self.mail else ", and set CONTACT_MAIL"
            raise NoAnswer(f"too many questions (429); ask again {_later(response)}{remedy}")
        if status != 200:
            raise NoAnswer(f"the answer is an error ({status})")

    def _body(self, raw, end):
        """Read what comes as it comes: a trickle is ended in time, and an enormous answer early."""
        body = bytearray()
        while piece := raw.read1(CHUNK, decode_content=True):
            body += piece
            if len(body) > self.largest:
                raise NoAnswer(f"the answer is larger than {self.largest // MEGABYTE} MB")
            self._refuse_late(end)
        return bytes(body)


class _Adapter(HTTPAdapter):
    """requests' adapter, with connections that a Deadline can cut."""

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = POOLS

    def proxy_manager_for(self, *args, **kwargs):
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = POOLS
        return manager


class _Repeats(Retry):
    """urllib3's repeats, which end rather than ask sooner than the service allows."""

    def increment(self, *args, response=None, **kwargs):
        told = None
        if response is not None:
            told = self.get_retry_after(response)
            response.close()  # or the whole body of an error would be read before it is asked again
        ended = is_over() or (told is not None and told >= self.retry_after_max)
        repeats = self.new(total=0, status=0) if ended else self
        return super(_Repeats, repeats).increment(*args, response=response, **kwargs)

    def get_retry_after(self, response):
        try:
            return super().get_retry_after(response)
        except (InvalidHeader, ValueError, OverflowError):
            return None


def _repeats(patience):
    # Silence is asked again once only: each costs the whole wait.
    return _Repeats(
        total=patience.repeats,
        read=min(1, patience.repeats),
        status_forcelist=STATUSES_TO_REPEAT,
        backoff_factor=patience.pause,
        backoff_max=patience.pause_at_most,
        retry_after_max=patience.pause_at_most,
        raise_on_status=False,
    )


def _later(response):
    told = response.headers.get("Retry-After", "").strip()
    return f"after {told} s" if told.isdecimal() and len(told) < 6 else "later"


def _cause(error):
    """Return the name of what lies below an error that the repeating wraps."""
    wrapped = error.args[0] if error.args else error
    return type(getattr(wrapped, "reason", None) or error).__name__
