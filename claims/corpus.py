"""Corpus files to rows and back, through the deeds; what a person has touched is left alone."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path

from django.contrib.auth import get_user_model

from claims import argument, desk, editions, records
from claims.corpus_dump import source_record
from claims.corpus_files import BadCorpus, Problem, included, read
from claims.models import Claim, Evidence, Mechanism
from claims.models.evidence import Origin
from microdose_kb.tagging import names_in_order
from sources import records as source_records
from sources.intake import library
from sources.models import Source
from sources.vocabulary import NoticeKind, Status

SHIPPED = Path(__file__).resolve().parent / "corpus"
ACCOUNT = "corpus"
CAUSE = "Loaded from the corpus."
REASON = "From the corpus."
# The notice that a bare status in the files stands for.
NOTICE_FOR = {
    Status.CORRECTED: NoticeKind.CORRECTION,
    Status.EXPRESSION_OF_CONCERN: NoticeKind.EXPRESSION_OF_CONCERN,
    Status.RETRACTED: NoticeKind.RETRACTION,
}


@dataclass
class Report:
    """What a load did: counts by (file, outcome), and what it left alone because a person had edited it."""

    counts: Counter = field(default_factory=Counter)
    skipped: list[str] = field(default_factory=list)
    defaulted: dict[str, int] = field(default_factory=dict)

    def note(self, name, outcome, key):
        self.counts[name, outcome] += 1
        if outcome == "skipped":
            words = key if isinstance(key, str) else " / ".join(key)
            self.skipped.append(f"{name}.json, {words}")


def account():
    """Return the account that extracted the corpus; nobody can sign in with it."""
    user, is_new = get_user_model().objects.get_or_create(
        username=ACCOUNT,
        defaults={"first_name": "the shipped", "last_name": "corpus", "is_active": False},
    )
    if is_new:
        user.set_unusable_password()
        user.save()
    return user


def load(directory=SHIPPED, progress=iter):
    """Load the corpus in `directory`, all of it or nothing; return a Report.

    Raises BadCorpus with every problem. `progress` wraps the list of evidence records.
    """
    corpus = read(Path(directory))
    clashes = list(_clashes(corpus))
    if clashes:
        raise BadCorpus(clashes)
    by, report = account(), Report(defaulted=defaulted(corpus.evidence))
    with editions.together(cause=CAUSE, by=by):
        mechanisms = _load_mechanisms(corpus.mechanisms, by, report)
        claims = _load_claims(corpus.claims, mechanisms, by, report)
        sources = _load_sources(corpus.sources, by, report)
        _load_evidence(progress(corpus.evidence), claims, sources, by, report)
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


def _clashes(corpus):
    """Yield identifiers that another source of the library already has."""
    for name in ("doi", "pmid", "pmcid"):
        here = {row[name]: row["key"] for row in corpus.sources if row[name]}
        stored = Source.objects.filter(**{f"{name}__in": list(here)}).values_list(name, "key")
        for value, key in stored:
            if here[value] != key:
                what = f"{name} {value} belongs to {key} of the library; use that key"
                yield Problem("sources.json", here[value], what)


def touched_by_people(model):
    """Return the ids of rows that anybody but the corpus account has written to."""
    history = model.history.exclude(history_user__username=ACCOUNT)
    return set(history.values_list("id", flat=True))


@dataclass
class _File:
    """How the records of one file meet the rows that are there already."""

    name: str
    model: type
    stored: dict
    record_of: Callable
    add: Callable
    change: Callable

    def load(self, rows, key_of, report):
        """Add, change or leave each row; return all rows by key."""
        touched = touched_by_people(self.model)
        for row in rows:
            key = key_of(row)
            report.note(self.name, self._put(key, row, touched), key)
        return self.stored

    def _put(self, key, row, touched):
        stored = self.stored.get(key)
        if stored is None:
            self.stored[key] = self.add(row)
            return "added"
        if self.record_of(stored) == row:
            return "unchanged"
        if stored.pk in touched:
            return "skipped"
        self.change(stored, row)
        return "updated"


def _assign(row, fields):
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def _slug(row):
    return row["slug"]


def _load_mechanisms(rows, by, report):
    tags = names_in_order(Mechanism)

    def fields(row):
        return {key: value for key, value in row.items() if key != "tags"}

    def add(row):
        return argument.add_mechanism(mechanism=Mechanism(**fields(row)), by=by, tags=row["tags"])

    def change(mechanism, row):
        _assign(mechanism, fields(row))
        argument.change_mechanism(mechanism=mechanism, by=by, reason=REASON, tags=row["tags"])

    stored = {row.slug: row for row in Mechanism.objects.all()}
    return _File(
        "mechanisms",
        Mechanism,
        stored,
        lambda mechanism: records.mechanism_record(mechanism, tags[mechanism.pk]),
        add,
        change,
    ).load(rows, _slug, report)


def _load_claims(rows, mechanisms, by, report):
    tags = names_in_order(Claim)

    def fields(row):
        return records.claim_fields(row) | {"mechanism": mechanisms.get(row["mechanism"])}

    def add(row):
        return argument.add_claim(claim=Claim(**fields(row)), by=by, tags=row["tags"])

    def change(claim, row):
        _assign(claim, fields(row))
        argument.change_claim(claim=claim, by=by, reason=REASON, tags=row["tags"])

    stored = {row.slug: row for row in Claim.objects.select_related("mechanism")}
    return _File(
        "claims",
        Claim,
        stored,
        lambda claim: records.claim_record(claim, tags[claim.pk]),
        add,
        change,
    ).load(rows, _slug, report)


def _load_sources(rows, by, report):
    tags = names_in_order(Source)
    rows = {row["key"]: row for row in rows}
    stored = {row.key: row for row in Source.objects.prefetch_related("includes", "notices")}

    def relations(row):
        includes = [stored[key] for key in included(row)]
        return {"tags": row["tags"], "includes": includes}

    def add(row):
        source = Source(**source_records.model_fields(row))
        library.add(source=source, by=by, reason=REASON, **relations(row))
        _record_notices(source, row, by)
        return source

    def change(source, row):
        _assign(source, source_records.model_fields(row))
        library.update(source=source, by=by, reason=REASON, **relations(row))
        _record_notices(source, row, by)

    included_first = TopologicalSorter({key: included(row) for key, row in rows.items()})
    return _File(
        "sources",
        Source,
        stored,
        lambda source: source_record(source, tags[source.pk]),
        add,
        change,
    ).load([rows[key] for key in included_first.static_order()], lambda row: row["key"], report)


def _record_notices(source, row, by):
    """Record the notices of a row, or the one that its bare status stands for."""
    for notice in row.get("notices", []):
        given = notice | {"url": notice["url"] or "", "reason": notice["reason"] or ""}
        library.record_notice(source=source, by=by, **given)
    if source.status != row["status"]:
        kind = NOTICE_FOR.get(row["status"], NoticeKind.REINSTATEMENT)
        library.record_notice(source=source, kind=kind, by=by)


def _load_evidence(rows, claims, sources, by, report):
    def add(row):
        evidence = Evidence(
            claim=claims[row["claim"]],
            source=sources[row["source"]],
            **records.evidence_fields(row),
        )
        desk.enter(evidence=evidence, by=by, origin=Origin.CORPUS)
        return desk.accept_shipped(evidence=evidence, by=by)

    def change(evidence, row):
        desk.accept_shipped(evidence=_assign(evidence, records.evidence_fields(row)), by=by)

    stored = {
        (row.claim.slug, row.source.key, row.outcome): row
        for row in Evidence.objects.select_related("claim", "source", "extracted_by")
    }
    _File("evidence", Evidence, stored, _present_record, add, change).load(
        rows, lambda row: (row["claim"], row["source"], row["outcome"]), report
    )


def _present_record(evidence):
    """Return the record of an item's public form; one that has none differs from every record."""
    return records.evidence_record(evidence) if evidence.is_public else None
