import json

from sources.formats.csl import item, write
from tests.sources.formats.records import CORPUS, HOSTILE


def test_file_is_one_array():
    text = "".join(write([HOSTILE, *CORPUS], "not here"))
    assert [one["id"] for one in json.loads(text)] == [HOSTILE["key"], *(r["key"] for r in CORPUS)]


def test_day_is_told_in_numbers():
    assert item(CORPUS[0])["issued"] == {"date-parts": [[2024, 4, 15]]}


def test_unknown_date_is_left_out():
    assert "issued" not in item(CORPUS[0] | {"year": None, "month": None, "day": None})


def test_preprint_is_marked_and_has_a_publisher():
    found = item(CORPUS[0] | {"type": "article", "container_title": "PsyArXiv"})
    assert (found["type"], found["genre"], found["publisher"]) == (
        "article",
        "Preprint",
        "PsyArXiv",
    )


def test_generation_behind_a_given_name_is_a_suffix():
    found = item(CORPUS[0] | {"authors": [{"family": "Nau", "given": "Felix, Jr"}]})
    assert found["author"] == [{"family": "Nau", "given": "Felix", "suffix": "Jr"}]


def test_incomplete_list_is_said_in_the_note_and_invents_no_author():
    found = item(CORPUS[0] | {"authors_complete": False})
    assert "Author list incomplete" in found["note"].split("\n")
    assert found["author"] == item(CORPUS[0])["author"]


def test_title_is_one_line():
    assert "\n" not in item(HOSTILE)["title"]
