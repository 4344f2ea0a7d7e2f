"""What has been built and is there to take away. Reading it needs no lock: a build is put in place at once."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from claims.exports.statement import Statement

CURRENT, MANIFEST, SUMS = "current", "manifest.json", "SHA256SUMS"
# What describes the others, each with its media type; no manifest describes itself.
DESCRIPTIONS = {MANIFEST: "application/json", SUMS: "text/plain; charset=utf-8"}
# Once more if another build took the place of the one that was being read.
ATTEMPTS = 2


@dataclass(frozen=True)
class File:
    """One built file as the manifest describes it; `size` in bytes."""

    name: str
    title: str
    purpose: str
    opening: str
    media_type: str
    size: int
    sha256: str
    counts: dict[str, int]


@dataclass(frozen=True)
class Built:
    """One build: where it is, when and how it was made, and from which editions."""

    folder: Path
    built_at: datetime
    site: str
    made_by: str
    included: str
    statement: dict
    files: tuple[File, ...]

    @property
    def editions(self):
        return {(one["claim"], one["edition"]) for one in self.statement["editions"]}

    @property
    def as_of(self):
        return self.statement["as_of"] and datetime.fromisoformat(self.statement["as_of"])

    @property
    def is_whole(self):
        """Say whether all files are there in their size, whatever somebody did in the directory."""
        sizes = {path.name: path.stat().st_size for path in self.folder.glob("*")}
        return SUMS in sizes and all(sizes.get(one.name) == one.size for one in self.files)

    def file(self, name):
        """Return what is known of the file of that name; None if it is none of this build."""
        if name in DESCRIPTIONS:
            return self._description(name)
        return next((one for one in self.files if one.name == name), None)

    def _description(self, name):
        text = (self.folder / name).read_bytes()
        mark = sha256(text).hexdigest()
        return File(name, name, "", "", DESCRIPTIONS[name], len(text), mark, {})


def as_json(*, built_at, site, made_by, included, statement: Statement, files):
    """Return the text of the manifest; `included` is the mark of what `claims.whole_base.included` gives."""
    manifest = {
        "built_at": built_at.isoformat(timespec="seconds"),
        "site": site,
        "made_by": made_by,
        "included": included,
        "statement": statement.as_json(),
        "files": [vars(one) for one in files],
    }
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"


def built(directory) -> Built | None:
    """Return the present build in a directory, or None if there is none."""
    return _held(directory, _read)


def opened(directory, name):
    """Return (Built, File, open file) of a file of the present build; None if it has no such file."""

    def opening(folder):
        found = _read(folder)
        file = found.file(name)
        return (found, file, (folder / name).open("rb")) if file else None

    return _held(directory, opening)


def _held(directory, use):
    for _ in range(ATTEMPTS):
        folder = (Path(directory) / CURRENT).resolve()
        try:
            return use(folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        # What another version of the program has built is to be built again.
        except (KeyError, TypeError, ValueError):
            return None
    return None


def _read(folder):
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    files = tuple(File(**one) for one in manifest["files"])
    built_at = datetime.fromisoformat(manifest["built_at"])
    return Built(folder, **manifest | {"built_at": built_at, "files": files})
