"""Building the files of the whole base: all of them or none, put in place by one rename."""

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path

from django.utils import timezone

from claims.whole_base import built, included
from claims.whole_base.artefacts import artefacts
from claims.whole_base.built import CURRENT, MANIFEST, SUMS, Built, File
from claims.whole_base.shelf import Shelf
from microdose_kb.program_stamp import STAMP

# So long a name that no directory of somebody else's is taken for one of ours.
PREFIX = "microdosing-evidence-build-"
LINK = f".{CURRENT}.new"


class Busy(Exception):
    """Another build is at work in the same directory."""


def build(directory, *, site="", progress=iter) -> Built:
    """Build every artefact and put them in place; return what was built.

    `site` is the address of the site for what links to it. `progress` wraps the list of artefacts.
    Raises Busy, OSError and sqlite3.Error; then what was there before is still there, and nothing else.
    """
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    with _alone(directory):
        _sweep(directory)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=directory))
        try:
            _fill(folder, Shelf(site), progress)
            _put_in_place(folder)
        finally:
            _sweep(directory)
    return built.built(directory)


def is_up_to_date(found: Built | None) -> bool:
    """Say whether the files are those that a build would make now."""
    if found is None or found.made_by != STAMP or not found.is_whole:
        return False
    shelf = Shelf()
    same_editions = found.editions == set(shelf.statement("").editions)
    return same_editions and found.included == included.mark(shelf)


@contextmanager
def _alone(directory):
    handle = os.open(directory, os.O_RDONLY)
    try:
        _take(handle, directory)
        yield
        # What was renamed is to be found after a power cut too.
        os.fsync(handle)
    finally:
        os.close(handle)


def _take(handle, directory):
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Busy(f"Another build is at work in {directory}.") from error


def _sweep(directory):
    """Remove what builds that were killed left, and what the present one has replaced.

    Whoever is reading a removed file reads it to its end.
    """
    present = (directory / CURRENT).resolve()
    for folder in directory.glob(f"{PREFIX}*"):
        if folder.resolve() != present:
            shutil.rmtree(folder)
    (directory / LINK).unlink(missing_ok=True)


def _fill(folder, shelf, progress):
    # Before they are written, so that what changes meanwhile is built once more and never missed.
    named = included.mark(shelf)
    files = [_made(artefact, shelf, folder) for artefact in progress(artefacts())]
    sums = "".join(f"{one.sha256}  {one.name}\n" for one in files)
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")
    manifest = built.as_json(
        built_at=timezone.now(),
        site=shelf.site,
        made_by=STAMP,
        included=named,
        statement=shelf.statement("everything"),
        files=files,
    )
    (folder / MANIFEST).write_text(manifest, encoding="utf-8", newline="\n")
    for path in folder.iterdir():
        _keep(path, mode=0o644)
    _keep(folder, mode=0o755)


def _made(artefact, shelf, folder):
    path = folder / artefact.name
    counts = artefact.write(shelf, path)
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return File(
        name=artefact.name,
        title=artefact.title,
        purpose=artefact.purpose,
        opening=artefact.opening,
        media_type=artefact.media_type,
        size=path.stat().st_size,
        sha256=digest,
        counts=dict(counts),
    )


def _keep(path, *, mode):
    """Have the disk hold what was written, before anything points to it, and let everybody read it."""
    path.chmod(mode)
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_in_place(folder):
    link = folder.parent / LINK
    link.symlink_to(folder.name, target_is_directory=True)
    link.replace(folder.parent / CURRENT)
