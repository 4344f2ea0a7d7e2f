"""The citation of an edition itself, in three forms that agree."""

import datetime
from types import SimpleNamespace

import bibtexparser
import pytest
import rispy

from claims.exports.edition_citation import bibtex, ris, title, vancouver

ADDRESS = "https://kb.example.org/claims/a-claim/editions/3/"


def make_edition(statement="Microdosing lifts mood."):
    return SimpleNamespace(
        number=3,
        published_at=datetime.datetime(2026, 9, 3, 12, tzinfo=datetime.UTC),
        document={
            "claim": {"slug": "a-claim", "statement": statement},
            "fingerprint": "0123456789abcdef" * 4,
            "verdict": {"label": "Possibly not so"},
            "review": {"label": "Automatic suggestion, not yet reviewed"},
        },
    )


TITLE = "Evidence on the claim “Microdosing lifts mood”: possibly not so"
STAND = "Edition 3, version 0123456789ab (automatic suggestion, not yet reviewed)"


def test_vancouver_names_site_title_edition_and_day():
    assert vancouver(make_edition()) == (
        f"Microdosing Evidence [Internet]. {TITLE}. {STAND}; 2026 Sep 3. Available from:"
    )


def test_title_says_what_stands_on_the_claim():
    assert title(make_edition()) == TITLE


def test_title_keeps_the_sign_of_a_question():
    assert "“Does it lift mood?”: possibly" in title(make_edition("Does it lift mood?"))


def test_bibtex_is_read_with_all_that_is_known():
    (entry,) = bibtexparser.parse_string(bibtex(make_edition(), ADDRESS)).entries
    assert (entry.entry_type, entry.key) == ("misc", "microdosing-evidence-a-claim-3")
    told = {name: entry[name].strip("{}") for name in ("author", "title", "year", "url")}
    assert told == {
        "author": "Microdosing Evidence",
        "title": TITLE,
        "year": "2026",
        "url": ADDRESS,
    }


def test_ris_is_read_with_all_that_is_known():
    (record,) = rispy.loads(ris(make_edition(), ADDRESS))
    assert record["type_of_reference"] == "ELEC"
    assert record["title"] == TITLE
    assert (record["year"], record["urls"]) == ("2026", [ADDRESS])


def test_ris_names_the_site_as_a_group():
    assert "\r\nAU  - Microdosing Evidence\r\n" in ris(make_edition(), ADDRESS)


@pytest.mark.parametrize("write", [bibtex, ris])
def test_files_say_who_has_reviewed_the_edition(write):
    assert STAND in write(make_edition(), ADDRESS)


HOSTILE = [
    "Mood}\n@article{evil, title={x}",
    "Mood\r\nER  - \r\nTY  - JOUR\r\nTI  - evil",
    r"100 % \input{x} #1_a^b~c & {d}",
    "Unbalanced }}} {",
]


@pytest.mark.parametrize("statement", HOSTILE)
def test_no_statement_makes_a_second_record(statement):
    edition = make_edition(statement)
    library = bibtexparser.parse_string(bibtex(edition, ADDRESS))
    assert (len(library.entries), library.failed_blocks) == (1, [])
    assert len(rispy.loads(ris(edition, ADDRESS))) == 1
