"""Corpus files to rows, through the deeds; what a person has touched is left alone."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from taggit.models import Tag

from claims import editions
from claims.corpus_files import TAGGED, BadCorpus, Problem, read
from claims.corpus_pair_rows import load_pairs, merge_as_told
from claims.corpus_rows import (
    ACCOUNT,
    load_claims,
    load_evidence,
    load_mechanisms,
    load_sources,
    touched_by_people,
)
from claims.models import Mechanism
from microdose_kb import accounts
from sources.models import Source

SHIPPED = Path(__file__).resolve().parent / "corpus"
CAUSE = "Loaded from the corpus."
IDENTIFIERS = ("doi", "pmid", "pmcid")


@dataclass
class Report:
    """What a load did: counts by (file, outcome), and what it left alone because a person had edited it."""

    counts: Counter = field(default_factory=Counter)
    skipped: list[str] = field(default_factory=list)
    defaulted: dict[str, int] = field(default_factory=dict)

    def note(self, name, outcome, key):
        self.counts[name, outcome] += 1
        if outcome == "skipped":
            self.skipped.append(f"{name}.json, {key}")


def account():
    """Return the account that extracted the corpus."""
    return accounts.of_program(ACCOUNT, first_name="the shipped", last_name="corpus")


@transaction.atomic
def load(directory=SHIPPED, progress=iter):
    """Load the corpus in `directory`, all of it or nothing; return a Report.

    Raises BadCorpus with every problem. `progress` wraps the list of evidence records.
    """
    corpus = read(Path(directory))
    _spell_tags_as_the_library_does(corpus)
    by, report = account(), Report(defaulted=defaulted(corpus.evidence))
    with editions.together(cause=CAUSE, by=by):
        merge_as_told(corpus.sources, by, report)
        _refuse_clashes(corpus)
        mechanisms = load_mechanisms(corpus.mechanisms, by, report)
        claims = load_claims(corpus.claims, mechanisms, by, report)
        sources = load_sources(corpus.sources, by, report)
        load_pairs(corpus.sources, sources, by, report)
        load_evidence(progress(corpus.evidence), claims, sources, by, report)
    return report


def defaulted(rows):
    """Count the judgements that nobody has made yet, which the strict defaults stand in for."""
    return {
        "read from the abstract only": sum(row["basis"] == "abstract" for row in rows),
        "risk of bias not assessed": sum(row["risk_of_bias"] == "not-assessed" for row in rows),
        "role of the outcome unclear": sum(row["outcome_role"] == "unclear" for row in rows),
        "number analysed taken from the source": sum(row["n_analysed"] is None for row in rows),
        "directness of the outcome not chosen": sum(not row["d_outcome"] for row in rows),
    }


def _refuse_clashes(corpus):
    if clashes := list(_clashes(corpus)):
        raise BadCorpus(clashes)


def _clashes(corpus):
    """Yield what must be unique and another row of the library already has."""
    by_people = Q(pk__in=touched_by_people(Mechanism))
    yield from _taken("mechanisms", Mechanism, "slug", ("order",), corpus.mechanisms, by_people)
    left_alone = Q(pk__in=touched_by_people(Source)) | Q(merged_into__isnull=False)
    yield from _taken("sources", Source, "key", IDENTIFIERS, corpus.sources, left_alone)


def _taken(file, model, key, columns, rows, is_left_alone):
    left_alone = set(model.objects.filter(is_left_alone).values_list(key, flat=True))
    for column in columns:
        here = {row[column]: row[key] for row in rows if row[column] not in (None, "")}
        there = model.objects.filter(**{f"{column}__in": list(here)}).order_by(column)
        for value, owner in there.values_list(column, key):
            if owner != here[value] and here[value] not in left_alone:
                what = f"{column} {value} belongs to {owner} of the library; {REMEDY[file]}"
                yield Problem(f"{file}.json", here[value], what)


REMEDY = {
    "mechanisms": "choose a free number, here or there",
    "sources": "use that key",
}


def _spell_tags_as_the_library_does(corpus):
    """The site knows Mood and mood as one tag, under the name that came first."""
    known = {name.lower(): name for name in Tag.objects.values_list("name", flat=True)}
    for file in TAGGED:
        for row in getattr(corpus, file):
            row["tags"] = [known.get(tag.lower(), tag) for tag in row["tags"]]
