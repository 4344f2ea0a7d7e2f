"""What holds for every reference format, found through the registry."""

import pytest

from sources.formats import formats
from tests.sources.formats.records import CORPUS, HOSTILE

each_format = pytest.mark.parametrize("name", formats())
COMMENT = "From https://example.org/ @article{x, 19"


def written(name, records, comment=COMMENT):
    return "".join(formats()[name].write(records, comment))


def test_three_formats_are_found():
    assert {one.name: one.suffix for one in formats().values()} == {
        "bibtex": "bib",
        "csl": "csl.json",
        "ris": "ris",
    }


@each_format
def test_format_is_written_in_pieces(name):
    pieces = formats()[name].write(iter(CORPUS), "")
    assert len(next(pieces)) < 5_000


@each_format
def test_same_records_give_the_same_text(name):
    assert written(name, CORPUS) == written(name, CORPUS)


@each_format
def test_every_record_stands_under_its_key(name):
    text = written(name, CORPUS)
    assert all(record["key"] in text for record in CORPUS)


@each_format
def test_control_characters_do_not_leave(name):
    text = written(name, [HOSTILE])
    assert not [sign for sign in text if ord(sign) < 32 and sign not in "\r\n"]


@each_format
def test_nothing_turns_the_direction_of_what_follows(name):
    assert "\u202e" not in written(name, [HOSTILE])


@each_format
def test_retraction_goes_with_the_reference(name):
    text = written(name, [HOSTILE])
    assert "RETRACTED" in text
    assert "Retraction 2024-05-01" in text


@each_format
def test_registration_goes_with_the_reference(name):
    assert "Registration: ACTRN12621000436875" in written(name, CORPUS[:1])


@each_format
def test_nothing_to_write_is_valid(name):
    assert written(name, [], "").strip() in ("", "[]")
