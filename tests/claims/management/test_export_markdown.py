from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.exports.archive import all_files
from claims.models import Edition

pytestmark = pytest.mark.usefixtures("corpus")


def export(directory, *options):
    out = StringIO()
    call_command("export_markdown", str(directory), *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def written(directory):
    return {
        str(path.relative_to(directory)): path.read_bytes().decode()
        for path in directory.rglob("*")
        if path.is_file()
    }


def test_export_writes_what_the_archive_holds(tmp_path):
    export(tmp_path / "new" / "place")
    editions = Edition.objects.current().in_reading_order()
    assert written(tmp_path / "new" / "place") == all_files(editions)


def test_export_again_changes_nothing(tmp_path):
    export(tmp_path)
    before = written(tmp_path)
    export(tmp_path)
    assert written(tmp_path) == before


def test_export_of_named_claims_writes_only_these(tmp_path):
    export(tmp_path, "--claim", "microdose-mood", "--claim", "microdose-dmn")
    assert sorted(written(tmp_path)) == ["claims/microdose-dmn.md", "claims/microdose-mood.md"]


def test_export_makes_addresses_complete_where_the_site_is_named(tmp_path):
    export(tmp_path, "--claim", "microdose-mood", "--base-url", "https://kb.example.org/")
    text = written(tmp_path)["claims/microdose-mood.md"]
    assert 'url: "https://kb.example.org/claims/microdose-mood/editions/1/"' in text


def test_export_says_that_addresses_are_relative_and_how_to_make_them_whole(tmp_path):
    assert "are relative (/claims/...). To make them whole, name the site: --base-url" in (
        export(tmp_path)
    )
    assert "relative" not in export(tmp_path, "--base-url", "https://kb.example.org")


def test_export_names_the_claims_when_one_is_unknown(tmp_path):
    with pytest.raises(CommandError, match=r"called nothing; nothing was written.*microdose-mood"):
        export(tmp_path, "--claim", "microdose-mood", "nothing")
    assert written(tmp_path) == {}


def test_export_refuses_a_file_as_directory(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CommandError, match="cannot be written"):
        export(tmp_path / "file")
    assert written(tmp_path) == {"file": "mine"}


def test_export_leaves_the_old_file_when_the_new_one_fails(tmp_path):
    export(tmp_path)
    (tmp_path / "claims" / ".microdose-mood.md.part").mkdir()
    with pytest.raises(CommandError, match="cannot be written"):
        export(tmp_path)
    assert "Possibly not so" in (tmp_path / "claims" / "microdose-mood.md").read_text()
