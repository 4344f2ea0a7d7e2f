"""The command that records notices, from a file and from a Crossref on this computer."""

from io import StringIO

import pytest
from django.core.management import BaseCommand, CommandError, call_command

from sources.management.commands.check_notices import Command
from sources.models import Notice, Source
from tests.people import make_source
from tests.sources.intake.service_server import service_server, update, works

pytestmark = pytest.mark.django_db

HEADER = "Record ID,Title,Journal,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason"
OURS = (
    '12,"Title, é",Trials,3/14/2021 0:00,10.1000/notice,10.1000/paper,0,Retraction,+Error in Data;'
)
OTHER = "13,Title,Trials,3/14/2021 0:00,10.1000/n,10.1000/other,0,Retraction,+Error in Data;"


@pytest.fixture
def paper(editor):
    return make_source(by=editor, doi="10.1000/paper")


@pytest.fixture
def file(tmp_path):
    def write(*rows, encoding="utf-8", header=HEADER):
        path = tmp_path / "retraction_watch.csv"
        path.write_bytes("\r\n".join([header, *rows]).encode(encoding))
        return path

    return write


@pytest.fixture
def server(settings):
    with service_server() as server:
        settings.CROSSREF_URL = server.address
        yield server


def check(*arguments):
    output = StringIO()
    call_command("check_notices", *map(str, arguments), stdout=output)
    return output.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_file_is_read_in_each_usual_encoding(paper, file, encoding):
    check(file(OTHER, OURS, encoding=encoding))
    assert Notice.objects.get().source == paper


def test_check_tells_what_it_recorded(paper, file):
    assert check(file(OURS)) == (
        "recorded: smith2024trial: Retraction, 2021-03-14, https://doi.org/10.1000/notice,"
        " Error in Data\n1 recorded, 0 recorded before.\n"
    )


def test_dry_run_tells_and_records_nothing(paper, file):
    assert check(file(OURS), "--dry-run").startswith("would be recorded: smith2024trial")
    assert not Notice.objects.exists()


def test_second_run_records_nothing(paper, file):
    path = file(OURS)
    check(path)
    assert check(path) == "0 recorded, 1 recorded before.\n"


def test_unknown_nature_is_shown_and_not_recorded(paper, file):
    words = check(file(OURS.replace("Retraction", "Removal")))
    assert (
        "for a person to decide and enter in the admin: smith2024trial: called “Removal”" in words
    )
    assert Source.objects.get().status == "published"


def test_notice_is_recorded_in_a_persons_name(paper, file, editor):
    check(file(OURS), "--by", "edith")
    assert Notice.objects.get().recorded_by == editor


def test_unknown_person_is_refused(paper, file):
    with pytest.raises(CommandError, match="There is no account nobody"):
        check(file(OURS), "--by", "nobody")


@pytest.mark.parametrize("broken", ["14,cut off", OURS.replace("3/14", "14/3"), '15,"never closed'])
def test_broken_row_in_the_middle_refuses_the_whole_file(paper, file, broken):
    with pytest.raises(CommandError, match=r"(?s)Nothing was recorded; 1 problem.*line 3: .*anew"):
        check(file(OURS, broken))
    assert not Notice.objects.exists()


def test_file_without_a_column_is_refused_with_the_remedy(paper, file):
    header = HEADER.replace("RetractionNature", "Nature")
    with pytest.raises(CommandError, match="no column RetractionNature. Take the file"):
        check(file(OURS, header=header))


def test_file_in_another_encoding_is_refused(paper, file):
    with pytest.raises(CommandError, match="save it as UTF-8"):
        check(file(OURS, encoding="utf-16"))


def test_missing_file_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        check(tmp_path / "none.csv")


@pytest.mark.parametrize("arguments", [[], ["some.csv", "--crossref"]])
def test_check_needs_one_place_to_look(db, arguments):
    with pytest.raises(CommandError, match="either a file or --crossref"):
        check(*arguments)


def test_crossref_is_asked_about_each_doi(paper, editor, server):
    make_source(by=editor, key="other2020b")
    server.answers = [works(update("retraction"))]
    words = check("--crossref")
    assert words.startswith("1 source(s) asked about, 0 not in Crossref, 1 without a DOI.\n")
    assert (Notice.objects.get().source, len(server.asked)) == (paper, 1)


def test_crossref_then_file_records_once(paper, file, server):
    server.answers = [works(update("retraction"))]
    check("--crossref")
    assert check(file(OURS)) == "0 recorded, 1 recorded before.\n"


def test_paper_that_crossref_does_not_know_is_counted(paper, server):
    server.answers = [(404, b"Resource not found.", {})]
    assert "0 source(s) asked about, 1 not in Crossref" in check("--crossref")


def test_what_was_learnt_is_recorded_although_one_could_not_be_asked(paper, editor, server):
    make_source(by=editor, key="a2020first", doi="10.1000/first")
    server.answers = [(200, b"<html>", {}), works(update("retraction"))]
    with pytest.raises(CommandError, match=r"1 source.*\na2020first: the answer is no JSON"):
        check("--crossref")
    assert Notice.objects.get().source == paper


def test_command_keeps_what_a_terminal_calls():
    # Django checks the site through this name, and call_command does not.
    assert Command.check is BaseCommand.check
