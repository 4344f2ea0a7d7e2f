"""What each switch of a what-if leaves out of one study."""

import pytest

from claims.switches import (
    ABSTRACT_ONLY,
    ANIMALS,
    INDUSTRY,
    PREPRINTS,
    SMALL,
    SWITCHES,
    UNBLINDED,
    Result,
)
from tests.claims.what_if_documents import make_item

RECORD = {"funding_note": None, "coi_note": None, "peer_reviewed": True}


def result(key="one", record=None, **fields):
    return Result(make_item(key, **fields), RECORD | (record or {}))


def test_every_switch_has_its_words():
    for code, switch in SWITCHES.items():
        assert switch.code == code
        assert switch.definition.endswith(".")
        assert switch.phrase


def test_study_read_once_in_full_stays():
    study = [result("one", basis="abstract"), result("two", basis="full-text")]
    assert ABSTRACT_ONLY.left_out(study) == set()
    assert ABSTRACT_ONLY.left_out(study[:1]) == {"one"}


@pytest.mark.parametrize(
    ("fields", "leaves"),
    [
        ({"design": "animal-experiment", "species": "rat"}, True),
        ({"design": "in-vitro", "species": "cell-culture"}, True),
        ({"design": "systematic-review", "review_of": "animal", "species": "mixed"}, True),
        ({"design": "systematic-review", "review_of": "mixed", "species": "mixed"}, False),
        ({"species": "human"}, False),
    ],
)
def test_animals_and_cells_leave_people_alone(fields, leaves):
    assert bool(ANIMALS.left_out([result(**fields)])) is leaves


def test_study_with_one_reviewed_paper_is_no_preprint():
    preprint = result("one", {"peer_reviewed": False})
    assert PREPRINTS.left_out([preprint]) == {"one"}
    assert PREPRINTS.left_out([preprint, result("two")]) == set()


@pytest.mark.parametrize(
    ("blinding", "leaves", "unknown"),
    [
        ("none", True, False),
        ("broken", True, False),
        ("untested", False, True),
        ("intact", False, False),
        ("not-applicable", False, False),
    ],
)
def test_unblinded_means_open_or_broken(blinding, leaves, unknown):
    study = [result(blinding=blinding)]
    assert (bool(UNBLINDED.left_out(study)), UNBLINDED.is_unknown(study)) == (leaves, unknown)


def test_unblinded_leaves_a_study_its_other_results():
    study = [result("felt", blinding="broken"), result("blood", blinding="not-applicable")]
    assert UNBLINDED.left_out(study) == {"felt"}


@pytest.mark.parametrize(
    "note",
    [
        "MindBio Therapeutics funds this trial programme",
        "Public Danish funders, Lundbeck Foundation and COMPASS Pathways among those listed",
        "Swiss National Science Foundation and Janssen-Cilag, Switzerland",
        "Eleusis Benefit Corporation, which was developing LSD",
        "Several authors list the company InterVivo Solutions as affiliation",
        "MM120 is a MindMed product",
    ],
)
def test_note_that_names_a_company_is_of_industry(note):
    assert INDUSTRY.left_out([result("one", {"funding_note": note})]) == {"one"}


@pytest.mark.parametrize(
    "note",
    [
        "Psilocybin supplied by the Usona Institute",
        "Supported in part by the Beckley Foundation",
        "No pharmaceutical company paid for this work",
        "Macquarie University",
    ],
)
def test_note_without_a_company_is_not_of_industry(note):
    study = [result("one", {"funding_note": note})]
    assert (INDUSTRY.left_out(study), INDUSTRY.is_unknown(study)) == (set(), False)


def test_interests_of_authors_are_read_as_funding_is():
    assert INDUSTRY.left_out([result("one", {"coi_note": "Two authors work at Example Ltd"})])


def test_one_paper_of_industry_is_enough():
    paid = result("one", {"funding_note": "Example Pharma"})
    assert INDUSTRY.left_out([paid, result("two")]) == {"one", "two"}


def test_funding_that_nobody_noted_is_unknown():
    assert INDUSTRY.is_unknown([result()])


@pytest.mark.parametrize(
    ("fields", "leaves"),
    [
        ({"n_analysed": 19}, True),
        ({"n_analysed": 20}, False),
        ({"n_analysed": None}, False),
        ({"n_analysed": 12, "paired": True}, True),
        ({"n_analysed": 6, "design": "animal-experiment", "species": "mouse"}, False),
    ],
)
def test_small_counts_people_once(fields, leaves):
    assert bool(SMALL.left_out([result(**fields)])) is leaves


def test_study_of_unknown_size_is_unknown():
    assert SMALL.is_unknown([result(n_analysed=None)])
    assert not SMALL.is_unknown([result(n_analysed=None, species="mouse")])
