"""Several claims in one Markdown file: a mechanism's chain, and all claims one after another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claims.rating.vocabulary import Step

from .edition_citation import SITE
from .escaping import link, plain
from .findings import points, studies_and_people
from .front_matter import front_matter, published_on
from .headlines import certainty_words, short_label
from .markdown import address_of, claim_text, root_of
from .names import with_names
from .phrases import bullets, counted, paragraphs, table
from .verdict_box import verdict_box

CHAIN = (
    "Step",
    "Claim",
    "Studies (people)",
    "Direction of estimates",
    "Certainty",
    "Verdict",
    "Main reason for doubt",
)
ALL_CLAIMS = f"{SITE}: all claims"
STEPS = {term.value: place for place, term in enumerate(Step)}
NO_CLAIM = "No claim has been published yet."


def mechanism_summary(editions: Sequence[Any], *, base_url: str = "") -> str:
    """Return the chain of one mechanism; `editions` are the current ones of its claims, one or more."""
    editions = sorted(editions, key=_place_in_chain)
    first = editions[0]
    mechanism = first.document["claim"]["mechanism"]
    root = root_of(first, base_url)
    keys = {
        "title": plain(mechanism["name"]),
        "mechanism": mechanism["slug"],
        "claims": len(editions),
        "rule": first.document["rule"],
        "exported": last_day(editions),
        "url": f"{root}/mechanisms/{mechanism['slug']}/",
    }
    text = [f"# {plain(mechanism['name'])}", plain(mechanism["summary"])]
    text += ["## The chain", table(CHAIN, [_link_in_chain(edition) for edition in editions])]
    text += [_block(edition, base_url) for edition in editions]
    return f"{front_matter(keys)}\n{paragraphs(text)}\n"


def last_day(editions: Iterable[Any]) -> str | None:
    """Return the day of the newest edition: what a file of several claims is dated by."""
    return max((published_on(edition) for edition in editions), default=None)


def _place_in_chain(edition) -> tuple[int, int, str]:
    claim = edition.document["claim"]
    return STEPS[claim["step"]], claim["order"], claim["slug"]


def _link_in_chain(edition) -> list[str]:
    document = edition.document
    claim = document["claim"]
    return [
        Step(claim["step"]).label,
        _file(claim),
        studies_and_people(document["evidence"], document["sources"]),
        points(document["suggestion"]),
        certainty_words(document),
        plain(f"{document['verdict']['symbol']} {short_label(document)}"),
        doubt(document),
    ]


def _file(claim: Mapping[str, Any]) -> str:
    """Link the summary by its place, which is the same on the site and in the archive."""
    return f"[{plain(claim['statement'])}](../claims/{claim['slug']}.md)"


def doubt(document: Mapping[str, Any]) -> str:
    """Return the step that takes most off the certainty."""
    after = [step for step in document["suggestion"]["steps"] if step["levels"] < 0]
    worst = min(after, key=lambda step: step["levels"], default=None)
    return plain(with_names(worst["words"], document)) if worst else "None."


def _block(edition, base_url: str) -> str:
    document = edition.document
    address = address_of(edition, base_url)
    return paragraphs(
        [
            f"## {plain(document['claim']['statement'])}",
            verdict_box(edition),
            f"Edition {edition.number}, {published_on(edition)}: {link(address, address)}",
        ]
    )


def all_claims(editions: Sequence[Any], *, base_url: str = "") -> str:
    """Return the summaries of the editions one after another, after a table of contents."""
    keys = {"title": ALL_CLAIMS, "claims": len(editions), "exported": last_day(editions)}
    text = [f"# {ALL_CLAIMS}", _contents(editions)]
    text += [claim_text(edition, base_url=base_url) for edition in editions]
    return f"{front_matter(keys)}\n{paragraphs(text)}\n"


def _contents(editions: Sequence[Any]) -> str:
    lines = [_entry(edition.document) for edition in editions]
    return bullets(lines) if lines else NO_CLAIM


def _entry(document: Mapping[str, Any]) -> str:
    statement = document["claim"]["statement"]
    words = f"{short_label(document)}, {counted(len(document['evidence']), 'result')}"
    return f"[{plain(statement)}](#{anchor(statement)}): {plain(words)}"


def anchor(heading: str) -> str:
    """Return the name that GitHub and its kin give to a heading."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower()))
