import json
from pathlib import Path

from claims.rating.directness import default_directness

FILE = Path(__file__).parents[2] / "data" / "method" / "review_cases.json"
TABLE = json.loads(FILE.read_text(encoding="utf-8"))["default_directness"]


def offered(row):
    names = ("kind", "scope", "species", "dose_regime", "comparator")
    default = default_directness(**dict(zip(names, row[:5], strict=True)))
    return [default.population, default.dose, default.comparator]


def test_every_combination_has_the_default_of_the_method():
    wrong = [row for row in TABLE["rows"] if offered(row) != row[5:]]
    assert wrong == []


def test_the_whole_table_is_here():
    assert len(TABLE["rows"]) == 3456


def test_other_mammals_are_partial_for_a_mechanism():
    assert offered(["mechanism", "general", "pig", "full-dose", "vehicle"])[0] == "partial"
