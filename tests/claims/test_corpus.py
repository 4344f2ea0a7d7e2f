"""Corpus files to rows and back."""

import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from claims import desk
from claims.corpus import SHIPPED, load
from claims.corpus_dump import as_json
from claims.corpus_files import BadCorpus
from claims.models import Claim, Edition, Evidence, Mechanism
from sources.intake import library
from sources.models import Source
from tests.people import make_source

pytestmark = pytest.mark.django_db

EXPECTED = json.loads((SHIPPED.parents[1] / "tests/data/expected_suggestions.json").read_text())


@pytest.fixture
def files(tmp_path):
    """A copy of the shipped corpus that a test may spoil."""
    return shutil.copytree(SHIPPED, tmp_path / "corpus")


@pytest.fixture
def small_files(files):
    """A copy cut to a few records, so that each way to spoil it is told quickly."""
    edit(files, "evidence", lambda rows: rows.__delitem__(slice(6, None)))
    needed = {row["source"] for row in json.loads((files / "evidence.json").read_text())}

    def keep(rows):
        reviews = [row for row in rows if row["review"] and not row["review"]["includes"]][:2]
        rows[:] = [row for row in rows if row["key"] in needed or row in (rows[0], *reviews)]

    edit(files, "sources", keep)
    return files


def edit(directory, name, change):
    path = directory / f"{name}.json"
    rows = json.loads(path.read_text())
    change(rows)
    path.write_text(as_json(rows))


def problems(directory):
    with pytest.raises(BadCorpus) as refused:
        load(directory)
    return [str(problem) for problem in refused.value.problems]


def counts():
    return [model.objects.count() for model in (Mechanism, Claim, Source, Evidence, Edition)]


def test_load_makes_one_edition_of_each_claim(corpus):
    assert counts() == [5, 19, 110, 171, 19]


@pytest.mark.parametrize("slug", EXPECTED)
def test_suggestion_is_the_expected_one(corpus, slug):
    suggestion = Edition.objects.get(slug=slug).document["suggestion"]
    given = {key: suggestion[key] for key in EXPECTED[slug]}
    given["flags"] = [flag["code"] for flag in given["flags"]]
    given["fragile_to"] = [study["key"] for study in given["fragile_to"]]
    assert given == EXPECTED[slug]


def test_dump_writes_the_shipped_bytes(corpus, tmp_path):
    call_command("dump_corpus", tmp_path / "out")
    written = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert written == shipped_bytes()


def shipped_bytes():
    return {path.name: path.read_bytes() for path in SHIPPED.iterdir()}


def test_second_load_changes_nothing(corpus):
    before = [list(model.objects.order_by("pk").values()) for model in (Source, Evidence, Edition)]
    call_command("load_corpus", verbosity=0)
    after = [list(model.objects.order_by("pk").values()) for model in (Source, Evidence, Edition)]
    assert after == before


def test_corpus_evidence_is_accepted_and_says_that_nobody_verified_it(corpus):
    item = Edition.objects.get(slug="microdose-mood").document["evidence"][0]
    assert (item["extracted_by"], item["verified_by"]) == ("the shipped corpus", None)


def test_corpus_verdicts_are_not_yet_reviewed(corpus):
    states = set(Edition.objects.values_list("review_state", flat=True))
    assert states == {"not-reviewed"}


def test_nobody_can_sign_in_as_the_corpus_account(corpus, client):
    account = Evidence.objects.first().extracted_by
    assert not account.is_active
    assert not account.has_usable_password()


def test_load_leaves_alone_what_a_person_edited(corpus, editor, files):
    source = Source.objects.get(key="allen2024lsd")
    source.population = "healthy men"
    library.update(source=source, by=editor, reason="Shortened.")
    edit(files, "sources", lambda rows: rows[0].update(population="men"))
    report = load(files)
    assert report.skipped == ["sources.json, allen2024lsd"]
    assert Source.objects.get(key="allen2024lsd").population == "healthy men"


def test_load_updates_what_nobody_touched(corpus, files):
    edit(files, "sources", lambda rows: rows[0].update(population="men"))
    call_command("load_corpus", files, verbosity=0)
    assert Source.objects.get(key="allen2024lsd").population == "men"


def test_load_updates_an_item_that_nobody_touched(corpus, files):
    edit(files, "evidence", lambda rows: rows[0].update(finding="Other words."))
    call_command("load_corpus", files, verbosity=0)
    newest = Edition.objects.current().get(slug="anti-inflammatory-benefits")
    assert (newest.number, newest.document["evidence"][0]["finding"]) == (2, "Other words.")


def test_load_leaves_alone_an_item_that_a_person_withdrew(corpus, reviewer, files):
    item = Evidence.objects.get(source__key="husain2020minocycline")
    desk.withdraw(evidence=item, by=reviewer, reason="No psychedelic was given.")
    call_command("load_corpus", files, verbosity=0)
    assert Evidence.objects.get(pk=item.pk).state == "withdrawn"


def unknown_key(rows):
    rows[3]["colour"] = "blue"


def missing_key(rows):
    del rows[3]["direction"]


def unknown_enumeration(rows):
    rows[3]["direction"] = "proves"


def number_as_text(rows):
    rows[3]["n_analysed"] = "80"


def flag_as_number(rows):
    rows[3]["paired"] = 1


def missing_source(rows):
    rows[3]["source"] = "smith2021x"


def duplicate(rows):
    rows.append(dict(rows[3]))


def markdown_bomb(rows):
    rows[3]["finding"] = "[" * 20_000


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (unknown_key, "colour: unknown key; remove it"),
        (missing_key, "direction: missing; write null"),
        (unknown_enumeration, "direction: Value 'proves' is not a valid choice"),
        (number_as_text, "n_analysed: '80' is not a whole number or null"),
        (flag_as_number, "paired: 1 is not true or false"),
        (missing_source, "unknown source 'smith2021x'; add it to sources.json first"),
        (duplicate, "keep one"),
        (markdown_bomb, "finding: "),
    ],
)
def test_broken_evidence_is_named_with_file_and_remedy(small_files, spoil, words):
    edit(small_files, "evidence", spoil)
    (problem,) = problems(small_files)
    assert problem.startswith("evidence.json, ")
    assert words in problem


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("doi", "https://doi.org/10.1038/S41398", "Write it as 10.1038/s41398."),
        ("doi", "ten", "Not a DOI"),
        ("title", "", "title: "),
        ("title", "x\x00y", "control characters"),
        ("status", "gone", "'gone' is not one of"),
        ("substances", ["aspirin"], "Choose among"),
        ("month", 13, "A day needs a month"),
        ("authors", [{"name": "Allen"}], "Give a list of names"),
        ("year", True, "year: True is not a whole number or null"),
    ],
)
def test_broken_source_is_named(small_files, field, value, words):
    edit(small_files, "sources", lambda rows: rows[0].update({field: value}))
    (problem,) = problems(small_files)
    assert words in problem


def test_all_problems_are_told_at_once(small_files):
    edit(small_files, "sources", lambda rows: rows[0].update(doi="ten"))
    edit(small_files, "evidence", unknown_enumeration)
    edit(small_files, "claims", lambda rows: rows[0].update(kind="rumour"))
    assert len(problems(small_files)) == 3


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", "[", '[{"slug": "a", "slug": "b"}]', "[NaN]", "[" * 100_000],
    ids=["empty", "object", "numbers", "cut", "twice", "nan", "deep"],
)
def test_file_that_is_no_list_of_records_is_refused(small_files, text):
    (small_files / "claims.json").write_text(text)
    assert problems(small_files)[0].startswith("claims.json, file: ")


def test_file_that_is_not_utf_8_is_refused(small_files):
    (small_files / "claims.json").write_bytes(b"[\xff]")
    assert "UTF-8" in problems(small_files)[0]


def test_missing_file_is_refused(small_files):
    (small_files / "claims.json").unlink()
    assert problems(small_files) == ["claims.json, file: missing; a corpus has all four files"]


def test_second_doi_is_refused(small_files):
    edit(small_files, "sources", lambda rows: rows[1].update(doi=rows[0]["doi"]))
    assert "second doi" in problems(small_files)[0]


def test_review_that_includes_itself_in_a_circle_is_refused(small_files):
    def circle(rows):
        reviews = [row for row in rows if row["review"]][:2]
        reviews[0]["review"]["includes"] = [reviews[1]["key"]]
        reviews[1]["review"]["includes"] = [reviews[0]["key"]]

    edit(small_files, "sources", circle)
    assert "circle" in problems(small_files)[0]


def test_identifier_of_another_source_in_the_library_is_refused(editor, small_files):
    make_source(by=editor, key="mine", doi="10.1038/s41398-024-02900-4")
    assert "belongs to mine of the library" in problems(small_files)[0]


def test_broken_corpus_writes_nothing(small_files):
    edit(small_files, "evidence", unknown_enumeration)
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_corpus", small_files)
    assert counts() == [0, 0, 0, 0, 0]


def test_notice_details_survive_the_round_trip(corpus, editor, tmp_path):
    source = Source.objects.get(key="allen2024lsd")
    library.record_notice(
        source=source,
        kind="correction",
        by=editor,
        url="https://example.org/notice",
        reason="Typo.",
    )
    call_command("dump_corpus", tmp_path)
    stored = json.loads((tmp_path / "sources.json").read_text())[0]
    assert stored["notices"][0]["url"] == "https://example.org/notice"


def test_sources_whose_order_of_authors_is_unknown_name_no_first_author(corpus):
    unordered = Source.objects.filter(authors_in_order=False)
    assert unordered.count() == 4
    assert not any(row.label.startswith(row.authors[0]["family"]) for row in unordered)
