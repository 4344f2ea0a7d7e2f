"""Editorial notices in the corpus files, there and back."""

import datetime
import json

import pytest
import time_machine

from claims import corpus_dump
from claims.corpus import load
from sources.intake import library
from sources.models import Notice, Source
from tests.claims.corpus_files import edit_first, problems
from tests.people import make_source

pytestmark = pytest.mark.django_db


def notice(kind="correction", **fields):
    return {"kind": kind, "issued_on": None, "url": None, "reason": None} | fields


DATED = notice(issued_on="2024-05-01", reason="Typo.", url="https://example.org/notice")


@pytest.mark.parametrize(
    ("notices", "words"),
    [
        (None, "notices: must be a list"),
        (5, "notices: must be a list"),
        ([5], "notices: each has the keys"),
        ([{"kind": "correction"}], "notices: each has the keys"),
        ([notice(kind="rumour")], "kind: Value 'rumour' is not a valid choice"),
        ([notice(kind=[])], "kind: [] is not a text"),
        ([notice(kind=None)], "kind: This field cannot be null"),
        ([notice(issued_on="2020-13-45")], "issued_on: '2020-13-45' is not a date"),
        ([notice(issued_on="20200131")], "issued_on: '20200131' is not a date"),
        ([notice(issued_on=20200131)], "issued_on: 20200131 is not a text or null"),
        ([notice(url="javascript:alert(1)")], "url: Not a web address"),
        ([notice(url=5)], "url: 5 is not a text or null"),
        ([notice(reason=["x"])], "reason: ['x'] is not a text or null"),
        ([notice(reason="x" * 1001)], "reason: Ensure this value has at most 1000"),
        ([notice(reason="a\x00b")], "Remove the control characters"),
    ],
)
def test_broken_notice_is_named(small_files, notices, words):
    edit_first(small_files, "sources", status="corrected", notices=notices)
    (problem,) = problems(small_files)
    assert words in problem


def test_notices_that_contradict_the_status_are_refused(small_files):
    edit_first(small_files, "sources", status="published", notices=[notice("retraction")])
    assert "status: published, but after its notices it is retracted" in problems(small_files)[0]


@pytest.mark.parametrize(
    ("status", "notices"),
    [
        ("corrected", [DATED]),
        ("corrected", [notice()]),
        ("retracted", [notice(), notice("retraction")]),
        ("corrected", [notice(), notice()]),
        ("published", [notice("retraction", issued_on="2024-01-02"), notice("reinstatement")]),
        ("retracted", [notice("reinstatement", issued_on="2024-01-02"), notice("retraction")]),
    ],
)
def test_second_load_knows_the_notices(small_files, status, notices):
    edit_first(small_files, "sources", status=status, notices=notices)
    load(small_files)
    assert {outcome for _, outcome in load(small_files).counts} == {"unchanged"}
    assert Notice.objects.count() == len(notices)


def test_other_change_records_no_notice_again(small_files):
    edit_first(small_files, "sources", status="corrected", notices=[DATED])
    load(small_files)
    edit_first(small_files, "sources", population="men")
    report = load(small_files)
    assert (report.counts["sources", "updated"], Notice.objects.count()) == (1, 1)


def test_new_notice_is_recorded_beside_the_old(small_files):
    edit_first(small_files, "sources", status="corrected", notices=[DATED])
    load(small_files)
    both = [DATED, notice("retraction", issued_on="2024-06-01")]
    edit_first(small_files, "sources", status="retracted", notices=both)
    load(small_files)
    assert list(Notice.objects.values_list("kind", flat=True)) == ["correction", "retraction"]
    assert Source.objects.get(notices__kind="retraction").status == "retracted"


def test_bare_status_stands_for_a_notice(small_files):
    for status in ("corrected", "retracted", "published"):
        edit_first(small_files, "sources", status=status)
        load(small_files)
    kinds = list(Notice.objects.values_list("kind", flat=True))
    assert kinds == ["correction", "retraction", "reinstatement"]
    assert {outcome for _, outcome in load(small_files).counts} == {"unchanged"}


def test_status_that_no_notice_brings_about_is_refused(small_files):
    edit_first(small_files, "sources", status="retracted", notices=[notice("retraction")])
    load(small_files)
    edit_first(small_files, "sources", status="corrected", notices=[DATED])
    assert "it is retracted, not corrected; list all its notices" in problems(small_files)[0]


def test_notice_details_survive_the_round_trip(corpus, editor, tmp_path):
    source = Source.objects.get(key="allen2024lsd")
    details = {"url": "https://example.org/notice", "reason": "Typo."}
    library.record_notice(source=source, kind="correction", by=editor, **details)
    corpus_dump.dump(tmp_path)
    stored = json.loads((tmp_path / "sources.json").read_text())[0]
    assert stored["notices"] == [notice(**details)]
    assert {outcome for _, outcome in load(tmp_path).counts} == {"unchanged"}


def rename(directory, key):
    edit_first(directory, "sources", key=key, url=f"https://example.org/{key}")


# The library counts an undated notice from the day it was recorded, which is the day of the load.
LATER = pytest.param(datetime.date(2124, 6, 1), id="later")
EARLIER = datetime.date(2024, 6, 1)


@pytest.mark.parametrize("day", [LATER, EARLIER])
def test_undated_retraction_and_dated_reinstatement_go_over(editor, tmp_path, day):
    source = make_source(by=editor)
    with time_machine.travel("2024-01-01", tick=False):
        library.record_notice(source=source, kind="retraction", by=editor, reason="Data lost.")
    library.record_notice(source=source, kind="reinstatement", by=editor, issued_on=day)
    corpus_dump.dump(tmp_path)
    rename(tmp_path, "copy2024trial")
    load(tmp_path)
    copy = Source.objects.get(key="copy2024trial")
    kinds = list(copy.notices.values_list("kind", flat=True))
    assert (copy.status, kinds) == ("published", ["retraction", "reinstatement"])


def test_dump_lists_notices_as_the_library_counts_them(editor, tmp_path):
    source = make_source(by=editor)
    day = datetime.date(2024, 6, 1)
    library.record_notice(source=source, kind="retraction", by=editor)
    library.record_notice(source=source, kind="reinstatement", by=editor, issued_on=day)
    corpus_dump.dump(tmp_path)
    assert source.status == "published"
    assert {outcome for _, outcome in load(tmp_path).counts} == {"unchanged"}
