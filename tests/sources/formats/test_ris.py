import re

import pytest

from sources.formats.ris import write
from tests.sources.formats.records import CORPUS, HOSTILE


def lines(**fields):
    return "".join(write([CORPUS[0] | fields], "")).split("\r\n")


def test_record_opens_with_its_type_and_closes_with_er():
    found = lines()
    assert found[0] == "TY  - JOUR"
    assert found[-3:] == ["ER  - ", "", ""]


@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n", "\u2028", "\x85", "\x0b", "\x1e"])
def test_line_end_in_a_value_begins_no_line(sign):
    text = "".join(write([CORPUS[0] | {"title": f"A{sign}ER  - {sign}TY  - JOUR"}], ""))
    assert text.count("TY  -") == 1
    assert len(re.findall(r"^ER  -", text, re.MULTILINE)) == 1


def test_every_line_is_a_tag_with_a_value():
    text = "".join(write([HOSTILE], ""))
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in text.split("\r\n") if line)


def test_pages_are_told_in_two_tags():
    assert {"SP  - 731", "EP  - 740"} < set(lines(pages="731-740"))


def test_article_number_is_told_in_one():
    found = lines(pages="e2022489118")
    assert "SP  - e2022489118" in found
    assert not [line for line in found if line.startswith("EP")]


def test_suffix_stands_last():
    author = {"family": "van der Berg", "given": "Jan", "suffix": "Jr"}
    assert "AU  - van der Berg, Jan, Jr" in lines(authors=[author])


def test_group_with_a_comma_is_told_apart_from_a_person():
    assert "AU  - Berkeley,, University of" in lines(
        authors=[{"literal": "Berkeley, University of"}]
    )


def test_day_is_told_as_far_as_it_is_known():
    assert "DA  - 2024/04//" in lines(day=None)
    assert not [line for line in lines(month=None, day=None) if line.startswith("DA")]


def test_preprint_is_marked():
    assert {"TY  - UNPB", "M3  - Preprint"} < set(lines(type="article"))


def test_numbers_stand_in_notes():
    assert {"N1  - PMID: 38622150", "N1  - PMCID: PMC11018829"} < set(lines())


def test_incomplete_list_is_said_in_a_note_and_invents_no_author():
    found = lines(authors_complete=False)
    assert "N1  - Author list incomplete" in found
    assert [one for one in found if one.startswith("AU")] == [
        one for one in lines() if one.startswith("AU")
    ]
