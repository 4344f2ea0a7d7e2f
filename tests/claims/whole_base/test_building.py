"""Building into a directory: all or nothing, and never in anybody's way."""

import fcntl
import hashlib
import json
import os
import subprocess

import pytest

from claims.models import Edition
from claims.whole_base import building
from claims.whole_base.artefacts import artefacts
from claims.whole_base.building import Busy, build
from claims.whole_base.built import built, opened
from sources.models import Source
from tests.people import make_accepted, make_claim, make_source

NAMES = {one.name for one in artefacts()}


@pytest.fixture
def published(editor, reviewer, claim, source):
    """A claim with an edition or two."""
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


@pytest.fixture
def made(published, tmp_path):
    return build(tmp_path / "out", site="https://kb.example.org/")


def names(directory):
    return {path.name for path in directory.iterdir()}


def fails(artefacts):
    yield artefacts[0]
    raise OSError(28, "No space left on device")


def test_build_holds_every_artefact_and_what_describes_them(made):
    assert names(made.folder) == NAMES | {"SHA256SUMS", "manifest.json"}


def test_checksums_can_be_checked_by_everybody(made):
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    checked = subprocess.run(command, cwd=made.folder, capture_output=True, text=True, check=True)
    assert checked.stdout.count(": OK\n") == len(NAMES)


def test_manifest_says_when_for_which_site_and_from_which_editions(made):
    manifest = json.loads((made.folder / "manifest.json").read_text())
    edition = Edition.objects.current().get()
    assert manifest["site"] == "https://kb.example.org"
    assert manifest["statement"]["editions"] == [{"claim": "a-claim", "edition": edition.number}]
    assert manifest["statement"]["as_of"] == edition.published_at.isoformat()
    assert made.built_at >= edition.published_at.replace(microsecond=0)


def test_manifest_knows_size_and_checksum_of_each_file(made):
    for file in made.files:
        held = (made.folder / file.name).read_bytes()
        assert (file.size, file.sha256) == (len(held), hashlib.sha256(held).hexdigest())


def test_same_editions_are_the_same_files_another_day(made, tmp_path):
    sums = (made.folder / "SHA256SUMS").read_bytes()
    again = build(tmp_path / "out", site="https://kb.example.org")
    assert (again.folder / "SHA256SUMS").read_bytes() == sums


def test_new_build_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(made, tmp_path):
    again = build(tmp_path / "out")
    assert again.folder != made.folder
    assert names(tmp_path / "out") == {"current", again.folder.name}


def test_reader_in_the_middle_of_a_file_reads_it_to_the_end(made, tmp_path):
    name = made.files[0].name
    whole = (made.folder / name).read_bytes()
    _, _, stream = opened(tmp_path / "out", name)
    with stream:
        begin = stream.read(10)
        build(tmp_path / "out")
        assert begin + stream.read() == whole


def test_failure_leaves_the_old_files_and_no_rubbish(made, tmp_path):
    with pytest.raises(OSError, match="No space left"):
        build(tmp_path / "out", progress=fails)
    assert names(tmp_path / "out") == {"current", made.folder.name}
    assert built(tmp_path / "out") == made


def test_first_build_that_fails_leaves_nothing(published, tmp_path):
    with pytest.raises(OSError, match="No space left"):
        build(tmp_path / "out", progress=fails)
    assert names(tmp_path / "out") == set()


def test_build_removes_what_a_killed_one_left(published, tmp_path):
    killed = tmp_path / "out" / f"{building.PREFIX}abc"
    killed.mkdir(parents=True)
    (killed / "half.zip").write_text("PK")
    (tmp_path / "out" / building.LINK).symlink_to(killed.name)
    made = build(tmp_path / "out")
    assert names(tmp_path / "out") == {"current", made.folder.name}


def test_build_leaves_what_is_not_its_own(published, tmp_path):
    (tmp_path / "out" / "build-of-mine").mkdir(parents=True)
    build(tmp_path / "out")
    assert "build-of-mine" in names(tmp_path / "out")


def test_second_build_at_once_is_refused(published, tmp_path):
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(Busy, match="Another build is at work in "):
            build(tmp_path)
    finally:
        os.close(handle)
    assert build(tmp_path).files


def test_everybody_may_read_the_files(made):
    modes = {path.stat().st_mode & 0o444 for path in (made.folder, *made.folder.iterdir())}
    assert modes == {0o444}


def test_everybody_may_read_the_files_whoever_builds_them(published, tmp_path):
    mask = os.umask(0o077)
    try:
        made = build(tmp_path)
    finally:
        os.umask(mask)
    modes = {path.stat().st_mode & 0o444 for path in (made.folder, *made.folder.iterdir())}
    assert modes == {0o444}


@pytest.mark.parametrize("name", [artefacts()[0].name, "SHA256SUMS", "manifest.json"])
def test_file_is_described_as_it_was_opened_whatever_is_built_meanwhile(made, tmp_path, name):
    _, file, stream = opened(tmp_path / "out", name)
    build(tmp_path / "out", site="https://other.example")
    with stream:
        assert hashlib.sha256(stream.read()).hexdigest() == file.sha256


@pytest.mark.parametrize("name", [artefacts()[0].name, "SHA256SUMS"])
def test_build_with_a_file_missing_is_old(made, name):
    (made.folder / name).unlink()
    assert not building.is_up_to_date(made)


def test_build_with_a_file_cut_short_is_old(made):
    os.truncate(made.folder / made.files[0].name, 10)
    assert not building.is_up_to_date(made)


def test_build_is_up_to_date_until_something_is_published(made, editor):
    assert building.is_up_to_date(made)
    make_claim(by=editor, slug="another-claim", order=2)
    assert Edition.objects.current().count() == 2
    assert not building.is_up_to_date(made)


def test_build_is_old_when_a_paper_that_only_a_review_names_has_changed(
    editor, reviewer, claim, tmp_path
):
    paper = make_source(by=editor, key="paper2020within")
    review = make_source(
        by=editor, key="review2022", includes=[paper], design="meta-analysis", review_of="rct"
    )
    make_accepted(claim=claim, source=review, by=editor, accepted_by=reviewer)
    made = build(tmp_path / "out")
    assert building.is_up_to_date(made)
    Source.objects.filter(key=paper.key).update(title="Another title")
    assert not building.is_up_to_date(made)


def test_build_of_another_program_is_old(made, monkeypatch):
    monkeypatch.setattr(building, "STAMP", "another")
    assert not building.is_up_to_date(made)


@pytest.mark.parametrize("change", [{"files": [{"name": "x"}]}, {"more": 1}, {"built_at": "soon"}])
def test_build_of_another_version_counts_as_none(made, tmp_path, change):
    manifest = made.folder / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | change))
    assert built(tmp_path / "out") is None
    assert opened(tmp_path / "out", made.files[0].name) is None


def test_nothing_built_is_not_up_to_date(db, tmp_path):
    assert built(tmp_path) is None
    assert not building.is_up_to_date(None)
