"""What readers see as corpus files, which `load_corpus` reads into another installation."""

from collections import defaultdict

from claims.corpus_dump import as_json
from claims.corpus_pairs import MERGED
from claims.exports.archive import write_zip
from claims.whole_base.artefacts import Artefact
from claims.whole_base.corpus_records import (
    claim_record,
    evidence_records,
    mechanism_record,
    source_record,
)
from claims.whole_base.included import former_keys, included_records
from claims.whole_base.rows import NOUNS

READ_ME = """{statement}

To load these files into an installation of its own, unzip them into a directory and run
`manage.py load_corpus DIRECTORY` there. They hold what the current editions show: mechanisms, claims, the
cited sources and the public results. Where a cited review contains a paper that no claim cites, or a cited
preprint has such an article, sources.json ends with that paper too: its reference, its study and its
standing, as the library had them when this file was made. Under "merged" a source has the keys that lead
to it since it was found to be one publication with theirs. What people added around the results
(assessments, searches, names of those who extracted and accepted) is in the Markdown and the SQLite file.
"""


def write(shelf, path):
    """Write the archive; return how many records of what it holds."""
    found = defaultdict(int)
    write_zip(
        [
            (
                "README.txt",
                [READ_ME.format(statement=shelf.statement("corpus of all claims").in_words())],
            ),
            ("mechanisms.json", pieces(mechanisms(shelf), found, "mechanism")),
            ("claims.json", pieces(map(claim_record, shelf), found, "claim")),
            ("sources.json", pieces(sources(shelf, found), found, "record")),
            ("evidence.json", pieces(evidence(shelf), found, "result")),
        ],
        path,
    )
    return {noun: found[noun] for noun in NOUNS.values()}


def pieces(records, found, noun):
    """Yield the JSON of a list of records, one at a time."""
    before = "["
    for record in records:
        found[noun] += 1
        # Without the brackets around the list of one.
        yield before + as_json([record])[1:-3]
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def mechanisms(shelf):
    seen = set()
    for edition in shelf:
        if edition.mechanism and edition.mechanism not in seen:
            seen.add(edition.mechanism)
            yield mechanism_record(edition)


def sources(shelf, found):
    """Yield the cited sources, which are what counts as a source, then those that only they name."""
    merged = former_keys(shelf)
    for record in shelf.sources():
        found["source"] += 1
        former = merged.get(record["key"])
        yield source_record(record) | ({MERGED: former} if former else {})
    yield from included_records(shelf)


def evidence(shelf):
    for edition in shelf:
        yield from evidence_records(edition)


ARTEFACT = Artefact(
    place=5,
    name="microdosing-evidence-corpus.zip",
    title="Corpus, in JSON",
    purpose="Mechanisms, claims, sources and results as records without ratings, for whoever runs the site"
    " elsewhere, checks the rating anew, or rates with another rule.",
    opening="Unzip it and load it with “manage.py load_corpus DIRECTORY”, or read the four JSON files.",
    media_type="application/zip",
    write=write,
)
