from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.whole_base.built import built
from tests.people import make_accepted, make_claim


@pytest.fixture(autouse=True)
def _published(editor, reviewer, claim, source):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


def run(*arguments):
    output = StringIO()
    call_command("build_exports", *map(str, arguments), stdout=output, stderr=StringIO())
    return output.getvalue()


def test_command_builds_into_the_setting(settings, tmp_path):
    settings.EXPORT_DIR = tmp_path / "exports"
    assert f"Built from 1 edition(s) into {tmp_path / 'exports' / 'current'}." in run()
    assert built(tmp_path / "exports")


def test_command_tells_names_and_sizes(tmp_path):
    told = run(tmp_path)
    for file in built(tmp_path).files:
        assert f"{file.size:,} bytes  {file.name}\n" in told


def test_command_says_how_to_make_addresses_whole(tmp_path):
    assert "name the site: --base-url" in run(tmp_path)
    assert "--base-url" not in run(tmp_path, "--base-url", "https://kb.example.org")


@pytest.mark.parametrize("address", ["kb.example.org", "/export/", "ftp://kb.example.org", "https://", "https://kb.example.org?x"])  # fmt: skip
def test_command_refuses_what_is_no_address_of_a_site(tmp_path, address):
    with pytest.raises(CommandError, match="Write it whole: --base-url https://"):
        run(tmp_path, "--base-url", address)
    assert list(tmp_path.iterdir()) == []


def test_command_builds_again_where_a_file_is_gone(tmp_path):
    run(tmp_path)
    lost = built(tmp_path).folder / built(tmp_path).files[0].name
    lost.unlink()
    assert "Built from 1 edition(s)" in run(tmp_path, "--if-changed")


def test_command_keeps_the_address_of_the_last_build(tmp_path):
    run(tmp_path, "--base-url", "https://kb.example.org/")
    run(tmp_path)
    assert built(tmp_path).site == "https://kb.example.org"


def test_command_builds_only_what_changed_if_asked(tmp_path, editor):
    run(tmp_path, "--if-changed")
    before = built(tmp_path)
    assert "is up to date." in run(tmp_path, "--if-changed")
    assert built(tmp_path) == before
    make_claim(by=editor, slug="another-claim", order=2)
    assert "Built from 2 edition(s)" in run(tmp_path, "--if-changed")


def test_command_builds_again_for_another_address(tmp_path):
    run(tmp_path)
    assert "Built from" in run(tmp_path, "--if-changed", "--base-url", "https://kb.example.org")


def test_command_refuses_a_file_as_directory(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CommandError, match=r"cannot be written: .* What was there before is as it"):
        run(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_command_never_replaces_a_directory_of_somebody_else(tmp_path):
    (tmp_path / "current").mkdir()
    (tmp_path / "current" / "mine").write_text("mine")
    with pytest.raises(CommandError, match="cannot be written"):
        run(tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["current", "mine"]
