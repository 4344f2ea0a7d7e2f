"""What asking a bibliographic service comes to: something told, nothing known, or no answer. Pure."""

from dataclasses import dataclass

from sources.intake.record import Record


class NoAnswer(Exception):
    """The service could not be asked, or what came back is no answer; the text says which."""


class NotKnown(Exception):
    """The service has no record of that name; the text says whose, or what to do."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a service tells of one paper: its record and, in words, the editorial notices on it."""

    record: Record
    notices: tuple[str, ...] = ()
