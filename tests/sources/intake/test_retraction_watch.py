"""The Retraction Watch file as it is distributed, and as it arrives when something went wrong."""

import datetime

import pytest

from sources.intake.found_notices import Doubt, FoundNotice
from sources.intake.retraction_watch import NEEDED, Problem, read, reasons

HEADER = "Record ID,Title,Journal,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason"
GIVEN = {
    "id": "12",
    "title": '"A trial, retracted"',
    "journal": "Trials",
    "date": "3/14/2021 0:00",
    "notice": "10.1000/notice",
    "notice_pmid": "0",
    "doi": "10.1000/paper",
    "pmid": "0",
    "nature": "Retraction",
    "reason": "+Concerns/Issues About Data;+Original Data not Provided;",
}


def row(**changes):
    return ",".join((GIVEN | changes).values())


def told(*rows, header=HEADER):
    lines = [f"{line}\r\n" for line in (header, *rows)]
    return list(read(lines, lambda doi, pmid: doi == "10.1000/paper" or pmid == "33082016"))


def only(**changes):
    (item,) = told(row(**changes))
    return item


def test_row_of_ours_is_told_whole():
    assert only() == FoundNotice(
        kind="retraction",
        doi="10.1000/paper",
        pmid="0",
        issued_on=datetime.date(2021, 3, 14),
        url="https://doi.org/10.1000/notice",
        reason="Concerns/Issues About Data; Original Data not Provided",
        reference="retraction-watch:12",
        where="line 2",
    )


def test_row_of_another_paper_is_skipped():
    assert told(row(doi="10.1000/other", date="14/14/14", nature="?")) == []


@pytest.mark.parametrize(
    "doi", ["10.1000/PAPER", " https://doi.org/10.1000/paper ", "doi: 10.1000/paper"]
)
def test_doi_is_found_in_any_dress(doi):
    assert isinstance(only(doi=doi), FoundNotice)


@pytest.mark.parametrize("pmid", ["33082016", " 33082016", "33082016.0"])
def test_paper_without_doi_is_found_by_pubmed_number(pmid):
    assert isinstance(only(doi="unavailable", pmid=pmid), FoundNotice)


def test_header_is_read_without_case_and_spaces():
    header = HEADER.lower().replace("retractiondate", "Retraction Date").replace(" id", "_ID")
    assert len(told(row(), header=header)) == 1


@pytest.mark.parametrize("column", NEEDED.values())
def test_missing_column_is_named(column):
    (problem,) = told(row(), header=HEADER.replace(column, "X"))
    assert f"no column {column}. Take the file" in problem.what


@pytest.mark.parametrize("header", ["", HEADER.replace(",", ";"), "<!DOCTYPE html>"])
def test_what_is_no_such_file_is_refused(header):
    (problem,) = told(row(), header=header)
    assert (problem.line, "commas" in problem.what) == (1, True)


def test_empty_file_is_refused():
    assert isinstance(next(read([], bool)), Problem)


@pytest.mark.parametrize(
    "text", ["2021-03-14", "2021-03-14T00:00:00", "03/14/2021", "3/14/2021 12:00:00 AM"]
)
def test_day_is_read_in_each_usual_form(text):
    assert only(date=text).issued_on == datetime.date(2021, 3, 14)


def test_missing_day_is_none():
    assert only(date="").issued_on is None


@pytest.mark.parametrize("text", ["14/03/2021", "2/30/2021", "2021-13-01", "3/14/21", "soon"])
def test_impossible_day_is_refused_with_its_line(text):
    problem = only(date=text)
    assert str(problem).startswith(f"line 2: RetractionDate “{text}” is no day; write it month")


@pytest.mark.parametrize(
    ("nature", "kind"),
    [
        ("RETRACTION", "retraction"),
        ("Expression of concern", "expression-of-concern"),
        ("Correction", "correction"),
        ("reinstatement", "reinstatement"),
    ],
)
def test_nature_is_read_in_any_case(nature, kind):
    assert only(nature=nature).kind == kind


def test_unknown_nature_is_left_to_a_person():
    assert only(nature="Retraction?-ish") == Doubt(
        "10.1000/paper", "0", "called “Retraction?-ish”", "line 2"
    )


def test_notice_without_doi_has_its_pubmed_address():
    found = only(notice="unavailable", notice_pmid="33082017")
    assert found.url == "https://pubmed.ncbi.nlm.nih.gov/33082017/"


def test_notice_without_identifier_has_no_address():
    assert only(notice="Unavailable").url == ""


def test_reasons_stay_within_the_column():
    assert len(reasons("+Unreliable Results;" * 200)) == 1000


def test_reasons_lose_control_characters():
    assert reasons("+Data\x07\n lost;;+ Error ;") == "Data lost; Error"


@pytest.mark.parametrize("broken", ["13,Cut off in the middle", row() + ",one,more"])
def test_row_of_another_width_is_refused_with_its_line(broken):
    problems = [item for item in told(row(), broken, row(id="14")) if isinstance(item, Problem)]
    assert str(problems[0]).startswith("line 3: ")


def test_nul_is_refused_with_its_line():
    *_, problem = told(row(), row(title="\0"), row())
    assert str(problem).startswith("line 3: has a NUL")


def test_quotation_that_never_ends_is_refused_where_it_begins():
    *_, problem = told(row(), row(title='"never closed'), row(), row())
    assert problem.line == 3


def test_endless_field_is_refused_where_it_begins():
    *_, problem = told(row(), row(title='"' + "x" * 200_000))
    assert problem.line == 3


def test_line_is_counted_across_lines_inside_a_field():
    rows = [row(doi="10.1000/other", title='"two\nlines"'), "", row(date="soon")]
    lines = "\n".join([HEADER, *rows]).splitlines(keepends=True)
    (problem,) = read(lines, lambda doi, pmid: doi == "10.1000/paper")
    assert problem.line == 5


def test_every_broken_row_is_told():
    assert [p.line for p in told(row(date="soon"), row(doi="10.1000/other"), "1,2")] == [2, 4]
