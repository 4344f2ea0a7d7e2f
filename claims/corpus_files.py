"""Reading the four corpus files: every problem in them is found before a row is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from claims.corpus_checks import SHAPES, problems_of
from claims.corpus_pairs import MERGED, TOLD_APART
from claims.rating import strict_json

NAMES = ("mechanisms", "claims", "sources", "evidence")
TAGGED = ("mechanisms", "claims", "sources")
FILE_OF = {"mechanism": "mechanisms.json", "claim": "claims.json", "source": "sources.json"}


@dataclass(frozen=True)
class Problem:
    """What is wrong in a corpus directory: which file, which record, what, and the remedy."""

    file: str
    key: str
    what: str

    def __str__(self):
        words = f"{self.file}, {self.key}: {self.what}"
        # What is wrong may be that the text cannot be written.
        return words.encode(errors="backslashreplace").decode()


class BadCorpus(Exception):
    """A corpus directory is not loaded; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass
class Corpus:
    """The records of the four files, by file."""

    mechanisms: list[dict] = field(default_factory=list)
    claims: list[dict] = field(default_factory=list)
    sources: list[dict] = field(default_factory=list)
    evidence: list[dict] = field(default_factory=list)


def read(directory: Path) -> Corpus:
    """Return the corpus in `directory`; raise BadCorpus with every problem found."""
    corpus, problems = Corpus(), []
    for name in NAMES:
        rows, wrong = _parse(directory / f"{name}.json")
        setattr(corpus, name, rows)
        problems += wrong
    if not problems:
        problems = [p for name in NAMES for p in _check_rows(name, getattr(corpus, name))]
    if not problems:
        problems = [p for check in BETWEEN_RECORDS for p in check(corpus)]
    if problems:
        raise BadCorpus(problems)
    return corpus


def _parse(path):
    """Return (records, problems) of one file."""
    try:
        rows = strict_json.parse(path.read_text(encoding="utf-8"), number=strict_json.Numeral)
    except FileNotFoundError:
        return [], [Problem(path.name, "file", "missing; a corpus has all four files")]
    except (OSError, UnicodeDecodeError) as error:
        return [], [Problem(path.name, "file", f"cannot be read as UTF-8 text ({error})")]
    except ValueError as error:
        return [], [Problem(path.name, "file", f"is not valid JSON: {error}")]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return [], [Problem(path.name, "file", "must be a list of objects")]
    return rows, []


def _check_rows(name, rows):
    for position, row in enumerate(rows, start=1):
        key = f"record {position} ({SHAPES[name].name(row)})"
        yield from (Problem(f"{name}.json", key, what) for what in problems_of(name, row))


def _references(corpus):
    """Yield references to records that no file has."""
    known = {
        "mechanism": {row["slug"] for row in corpus.mechanisms},
        "claim": {row["slug"] for row in corpus.claims},
        "source": {row["key"] for row in corpus.sources},
    }
    for file, row, kind, value in _named(corpus):
        if value not in known[kind]:
            words = f"unknown {kind} {value!r}; add it to {FILE_OF[kind]} first"
            yield Problem(f"{file}.json", SHAPES[file].name(row), words)


def _named(corpus):
    """Yield (file, record, kind, key) of every record that another record names."""
    for row in corpus.claims:
        if row["mechanism"] is not None:
            yield "claims", row, "mechanism", row["mechanism"]
    for row in corpus.sources:
        named = [*named_sources(row), *(pair["key"] for pair in row.get(TOLD_APART, []))]
        yield from (("sources", row, "source", key) for key in named)
    for row in corpus.evidence:
        yield "evidence", row, "claim", row["claim"]
        yield "evidence", row, "source", row["source"]


def _outcome_groups(corpus):
    """Yield items in a group that their claim does not have."""
    groups = {
        row["slug"]: {group["slug"] for group in row.get("outcome_groups", [])}
        for row in corpus.claims
    }
    for row in corpus.evidence:
        group = row.get("outcome_group")
        if group and group not in groups.get(row["claim"], {group}):
            words = f"unknown outcome_group {group!r}; add it to the claim's outcome_groups first"
            yield Problem("evidence.json", SHAPES["evidence"].name(row), words)


def _spellings(corpus):
    """Yield tags that other records write otherwise: the site knows Mood and mood as one."""
    first = {}
    for file in TAGGED:
        for row in getattr(corpus, file):
            for tag in row["tags"]:
                known = first.setdefault(tag.lower(), tag)
                if known != tag:
                    words = f"tags: {tag!r} is {known!r} elsewhere; write it in one way"
                    yield Problem(f"{file}.json", SHAPES[file].name(row), words)


def included(row):
    """Return the keys of the sources that a source record says it includes."""
    return row["review"]["includes"] if row["review"] else []


def named_sources(row):
    """Return the keys of the sources that a source record rests on: what it includes, its article."""
    article = row.get("version_of")
    return [*included(row), *([article] if article else [])]


def naming_heirs(row, heirs):
    """Return a source record that names, of what was merged, what it was merged into; `heirs` by key."""

    def heir(key):
        kept = heirs.get(key, key)
        return None if kept == row["key"] else kept

    inside = {heir(key) for key in included(row)} - {None}
    review = row["review"] and {**row["review"], "includes": sorted(inside)}
    return {**row, "review": review, "version_of": heir(row.get("version_of"))}


def _chains(corpus):
    """Yield versions of what is itself a version of something."""
    versions = {row["key"] for row in corpus.sources if row.get("version_of")}
    for row in corpus.sources:
        if row.get("version_of") in versions:
            words = f"version_of: {row['version_of']} is itself a version; name the last one"
            yield Problem("sources.json", SHAPES["sources"].name(row), words)


def _circles(corpus):
    """Yield a circle of reviews that include each other, or of versions."""
    graph = {row["key"]: named_sources(row) for row in corpus.sources}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        words = ", ".join(error.args[1])
        what = "include each other, or are versions of each other, in a circle; break it"
        yield Problem("sources.json", words, what)


def _duplicates(corpus):
    """Yield records that stand twice, by key or by identifier."""
    yield from _twice("mechanisms", corpus.mechanisms, ("slug",))
    yield from _twice("mechanisms", corpus.mechanisms, ("order",))
    yield from _twice("claims", corpus.claims, ("slug",))
    yield from _twice("sources", corpus.sources, ("key",))
    for identifier in ("doi", "pmid", "pmcid"):
        present = [row for row in corpus.sources if row[identifier]]
        yield from _twice("sources", present, (identifier,))
    yield from _twice("evidence", corpus.evidence, ("claim", "source", "outcome"))


def _former_keys(corpus):
    """Yield keys that were merged into two sources, or that are sources of their own."""
    seen = {row["key"] for row in corpus.sources}
    for row in corpus.sources:
        for key in row.get(MERGED, []):
            if key in seen:
                words = f"merged: {key!r} is in the files once more; a key leads to one source"
                yield Problem("sources.json", SHAPES["sources"].name(row), words)
            seen.add(key)


def _twice(file, rows, keys):
    seen = set()
    for row in rows:
        value = tuple(row[key] for key in keys)
        if value in seen:
            words = " / ".join(str(part) for part in value)
            yield Problem(
                f"{file}.json", SHAPES[file].name(row), f"second {'/'.join(keys)} {words}; keep one"
            )
        seen.add(value)


BETWEEN_RECORDS = (
    *(_references, _outcome_groups, _duplicates, _former_keys),
    *(_spellings, _chains, _circles),
)
