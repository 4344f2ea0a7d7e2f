"""Everything as Markdown files in one archive, the same bytes for the same editions."""

import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from .edition_citation import SITE
from .front_matter import published_on
from .markdown import claim_summary
from .phrases import bullets, counted, paragraphs
from .volumes import last_day, mechanism_summary

# The earliest day that an archive can hold: a file's age is in its front matter.
EPOCH = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16
UNIX = 3


def claim_files(editions: Sequence[Any], *, base_url: str = "") -> dict[str, str]:
    """Return {path: text}, one file for each edition."""
    return {
        f"claims/{edition.slug}.md": claim_summary(edition, base_url=base_url)
        for edition in editions
    }


def all_files(editions: Sequence[Any], *, base_url: str = "") -> dict[str, str]:
    """Return {path: text}: every claim, every mechanism and a page that explains them."""
    files = claim_files(editions, base_url=base_url)
    for slug, chain in mechanisms(editions).items():
        files[f"mechanisms/{slug}.md"] = mechanism_summary(chain, base_url=base_url)
    return {"README.md": readme(editions), **files}


def mechanisms(editions: Sequence[Any]) -> dict[str, list[Any]]:
    """Return {slug: editions of its claims} in the order of the article; opens no document."""
    chains = {}
    for edition in sorted(editions, key=lambda edition: edition.position):
        if edition.mechanism:
            chains.setdefault(edition.mechanism, []).append(edition)
    return chains


def write_zip(files: Iterable[tuple[str, Iterable[str]]], target: Any) -> None:
    """Write (path, pieces of text) into a ZIP archive, a path or an open file, piece by piece."""
    with zipfile.ZipFile(target, "w") as archive:
        for path, pieces in files:
            with archive.open(_member(path), "w") as stream:
                for piece in pieces:
                    stream.write(piece.encode())


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, date_time=EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr, member.create_system = READABLE, UNIX
    return member


def readme(editions: Sequence[Any]) -> str:
    """Return the page that says what the other files are; opens no document."""
    claims = counted(len(editions), "claim")
    words = [
        f"# {SITE}",
        "What a popular article claims about psychedelic microdosing, and what published studies found: "
        f"{claims}, as published up to {last_day(editions) or 'now'}.",
        bullets(
            [
                "`claims/`: one summary of findings for each claim, with its evidence, its rating and its references.",
                "`mechanisms/`: the article's chain of claims under each of its mechanisms.",
            ]
        ),
        "The block at the top of each file is YAML, one key a line. A verdict is an automatic suggestion "
        "until `review` says otherwise. None of this is medical advice.",
        "## Files",
        _list(editions),
    ]
    return f"{paragraphs(words)}\n"


def _list(editions: Sequence[Any]) -> str:
    lines = [
        f"[claims/{edition.slug}.md](claims/{edition.slug}.md), edition {edition.number},"
        f" {published_on(edition)}"
        for edition in editions
    ]
    lines += [f"[mechanisms/{slug}.md](mechanisms/{slug}.md)" for slug in mechanisms(editions)]
    return bullets(lines) if lines else "None."
