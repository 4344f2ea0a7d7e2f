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
    told, _ = take_in(file(paper(1), paper(2))).splitlines()
    assert told == "2 taken in."
    assert Source.objects.count() == 2


def test_what_is_left_out_is_listed(file, editor):
    make_source(by=editor, doi="10.5555/invented.1")
    assert take_in(file(paper(1), {"AU": "Brink, Bo"})) == (
        "record 1, line 1: already here: DOI 10.5555/invented.1 is here already. (smith2024trial)\n"
        "record 2, line 8: cannot be taken in: It has no title. Add the title in your reference manager"
        " and export again.\n"
        "0 taken in, 1 already here, 1 cannot be taken in.\n"
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


@pytest.mark.parametrize(
    ("option", "words"), [("--by=edith", "taken in"), ("--dry-run", "would be")]
)
def test_note_on_a_record_that_is_taken_in_is_told(file, editor, option, words):
    told = take_in(file(paper(1, DO="10.1/x", UR="https://example.org/a")), option).splitlines()
    assert told[0].startswith(f"record 1, line 1: {words}")
    assert "10.1/x" in told[0]
    assert "new" not in told[1]


def test_import_is_taken_back_by_its_number(file):
    way_back = take_in(file(paper(1), paper(2))).splitlines()[-1]
    number = Import.objects.get().pk
    assert way_back == f"To take this back: import_citations --undo {number} --reason WHY"
    assert take_in("--undo", number, "--reason", "The wrong file.") == (
        "2 left the library, 0 stay.\n"
    )
    assert not Source.objects.exists()


def test_what_stays_after_an_undo_is_named(file):
    take_in(file(paper(1), paper(2)))
    Source.objects.first().tags.add("mood")
    told = take_in("--undo", Import.objects.get().pk, "--reason", "The wrong file.", "--dry-run")
    assert told == (
        "brink2021invented stays: somebody has changed or used it since.\n"
        "1 would leave the library, 1 stay.\n"
    )
    assert Source.objects.count() == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Give the path of a file, or --undo"),
        (["a.ris", "--undo", "1"], "Give the path of a file, or --undo"),
        (["--undo", "9", "--reason", "x"], "no import 9; its number is in its address"),
    ],
)
def test_undo_of_nothing_is_refused(arguments, words):
    with pytest.raises(CommandError, match=words):
        take_in(*arguments)


def test_undo_without_a_reason_is_refused(file):
    take_in(file(paper(1)))
    with pytest.raises(CommandError, match="Say why the import is undone"):
        take_in("--undo", Import.objects.get().pk)


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
