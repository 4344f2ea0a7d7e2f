"""Reads what stands in tests/data/citations, or a text at hand, as the site reads an uploaded file."""

from io import BytesIO
from pathlib import Path

from sources.intake import reading
from sources.intake.record import Problem, Record

FILES = Path(__file__).parents[2] / "data" / "citations"


def read_all(text, **options):
    """Return every record and problem of a text or of bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    return list(reading.read(BytesIO(data), **options))


def read_file(name):
    return read_all((FILES / name).read_bytes())


def fields(text):
    """Return the fields of the only record of a text."""
    [record] = read_all(text)
    assert isinstance(record, Record), record
    return record.fields


def titles(found):
    return [one.fields["title"] for one in found if isinstance(one, Record)]


def problems(found):
    """Return (number, line) of what could not be read."""
    return [(one.number, one.line) for one in found if isinstance(one, Problem)]
