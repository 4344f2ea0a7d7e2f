"""A mark of the program itself: what it makes of the same data may be another after an update."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("claims", "sources", "microdose_kb")


def stamp_of(root: Path, packages: Iterable[str]) -> str:
    """Return a mark of all modules below some directories of `root`, by their names and contents."""
    mark = sha256()
    for path in sorted(path for one in packages for path in (root / one).rglob("*.py")):
        text = path.read_bytes()
        mark.update(f"{path.relative_to(root)} {len(text)}\n".encode())
        mark.update(text)
    return mark.hexdigest()


# Made when the program starts: what an update puts on the disk afterwards is not what is running.
STAMP = stamp_of(ROOT, PACKAGES)
