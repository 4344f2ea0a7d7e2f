"""The command that takes in a file: what is new, and a list of the rest."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sources.models import Import, Source
from tests.people import make_source
from tests.sources.intake.citation_files import paper, ris

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    def write(*records):
        path = tmp_path / "zotero.ris"
        path.write_bytes(ris(*records).read())
        return path

    return write


def take_in(*arguments):
    output = StringIO()
    call_command("import_citations", *map(str, arguments), stdout=output)
    return output.getvalue()


def test_new_records_are_taken_in_and_counted(file):
    assert take_in(file(paper(1), paper(2))) == "2 taken in.\n"
    assert Source.objects.count() == 2


def test_what_is_left_out_is_listed(file, editor):
    make_source(by=editor, doi="10.5555/invented.1")
    assert take_in(file(paper(1), {"AU": "Brink, Bo"})) == (
        "record 1, line 1: already here: DOI 10.5555/invented.1 is here already. (smith2024trial)\n"
        "record 2, line 8: not readable: It has no title. Add the title in your reference manager"
        " and export again.\n"
        "0 taken in, 1 already here, 1 not readable.\n"
    )


def test_perhaps_the_same_is_left_out_with_the_way_in(file, editor):
    source = make_source(by=editor)
    words = take_in(file(paper(1, TI=source.title)))
    assert "perhaps the same: The same title is here already. (smith2024trial)" in words
    assert "import the file in the admin" in words
    assert Source.objects.get() == source


def test_dry_run_tells_and_writes_nothing(file, django_user_model):
    assert take_in(file(paper(1)), "--dry-run") == "1 would be taken in.\n"
    counts = [model.objects.count() for model in (Source, Import, django_user_model)]
    assert (counts, Source.history.count()) == ([0, 0, 0], 0)


def test_same_file_again_is_told(file):
    path = file(paper(1))
    take_in(path)
    assert "The same file came in before" in take_in(path)


def test_person_is_credited(file, editor):
    take_in(file(paper(1)), "--by", "edith")
    assert Source.history.get().history_user == editor


def test_without_a_person_the_account_cannot_sign_in(file):
    take_in(file(paper(1)))
    account = Import.objects.get().by
    assert (account.username, account.is_active, account.has_usable_password()) == (
        "citations", False, False,
    )  # fmt: skip


def test_unknown_person_is_refused(file):
    with pytest.raises(CommandError, match="There is no account nobody. Give the name"):
        take_in(file(paper(1)), "--by", "nobody")


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(CommandError, match="Give the path of a file that exists"):
        take_in(tmp_path / "none.ris")


def test_file_of_something_else_is_refused(tmp_path):
    path = tmp_path / "paper.ris"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(CommandError, match="Nothing was taken in from .*Export"):
        take_in(path)
    assert not Import.objects.exists()


@pytest.mark.parametrize("name", ["../ris", "docx"])
def test_unknown_format_is_refused(file, name):
    with pytest.raises(CommandError, match="invalid choice"):
        take_in(file(paper(1)), "--format", name)


def test_no_bar_in_a_pipe(file, capfd):
    take_in(file(paper(1)))
    assert capfd.readouterr().err == ""
