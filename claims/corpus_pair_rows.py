"""How the pairs of the corpus files meet the library: merged or told apart here too, through the deeds."""

from claims.corpus_files import BadCorpus, Problem
from claims.corpus_pairs import MERGED, TOLD_APART, reasons_told_apart
from claims.corpus_rows import ACCOUNT, REASON
from claims.models import Evidence
from sources import records
from sources.intake import library, merging
from sources.intake.look_alikes import told_apart
from sources.models import Source, ToldApart


def merge_as_told(rows, by, report):
    """Merge what stands for itself here and is one in the files, where no person has a say in either.

    Before anything else is loaded, since the kept record has the identifiers of both. Raises BadCorpus
    with what a person has to settle first.
    """
    records_by_key = {key: row for row in rows for key in row.get(MERGED, [])}
    alone = Source.objects.unmerged().filter(key__in=list(records_by_key)).order_by("key")
    problems = []
    for key in alone.values_list("key", flat=True):
        record = records_by_key[key]
        merged, kept = _found(key), _found(record["key"])
        if kept and _heir(kept) == merged:
            continue
        if what := _in_the_way(kept, merged, record) or _merge(kept, merged, record, by):
            problems.append(Problem("sources.json", record["key"], f"{MERGED}: {what}"))
        report.note("sources", "merged", key)
    if problems:
        raise BadCorpus(problems)


def _found(key):
    return Source.objects.select_related("merged_into").filter(key=key).first()


def _heir(source):
    return source.merged_into or source


def _in_the_way(kept, merged, record):
    """Say why there is nothing to merge into."""
    if kept is None:
        first = f"add {record['key']} and "
        return _by_hand(merged.key, record["key"], first=first)
    if kept.merged_into:
        where = f" ({kept.key} was merged into {_heir(kept).key})"
        return _by_hand(merged.key, _heir(kept).key, where=where)
    return ""


def _by_hand(key, kept, *, where="", first=""):
    return (
        f"{key} stands for itself in this library{where}; {first}merge it into {kept} at the desk,"
        " then load again"
    )


def _merge(kept, merged, record, by):
    """Merge the second into the first; return what is in the way."""
    try:
        kept, merged, _ = merging.hold(kept, merged, also=merging.NOBODY)
        if what := _said_by_people(kept, merged):
            return what
        merging.merge(
            kept=kept,
            merged=merged,
            by=by,
            reason=REASON,
            take_over=_is_described_only_there(kept, record),
        )
    except library.LibraryError as refusal:
        return f"{merged.key}: {refusal}"
    # Only now the results are held too.
    return _said_by_people(kept, merged)


def _is_described_only_there(kept, record):
    """Whether the kept source has to be described to get results; the files correct what it takes over."""
    return not kept.is_described and Source(**records.model_fields(record)).is_described


def _said_by_people(kept, merged):
    """Say what a person here holds of the two, or did to them or to what rests on them."""
    pairs = ToldApart.objects.exclude(by__username=ACCOUNT)
    why = reasons_told_apart(pairs).get(tuple(sorted((kept.key, merged.key))))
    if why:
        return (
            f"{merged.key} was told apart from {kept.key} in this library: “{why}” If they are one,"
            f" merge it into {kept.key} at the desk; if not, take it from the list; then load again"
        )
    items = Evidence.objects.filter(source__in=[kept, merged]).values("pk")
    written = (
        Source.history.filter(id__in=[kept.pk, merged.pk]),
        Evidence.history.filter(id__in=items),
    )
    if any(rows.exclude(history_user__username=ACCOUNT).exists() for rows in written):
        return _by_hand(merged.key, kept.key)
    return ""


def load_pairs(rows, sources, by, report):
    """Record the former keys and the pairs told apart that the library does not have yet."""
    for row in rows:
        kept = _heir(sources[row["key"]])
        for key in row.get(MERGED, []):
            if key not in sources:
                sources[key] = merging.keep_former_key(key=key, kept=kept, by=by)
                report.note("sources", "merged", key)
            elif _heir(sources[key]) != kept:
                told = f"{key} (it leads to {_heir(sources[key]).key} here)"
                report.note("sources", "skipped", told)
    _tell_apart(rows, sources, by, report)


def _tell_apart(rows, sources, by, report):
    known = told_apart()
    for row in rows:
        for told in row.get(TOLD_APART, []):
            pair = frozenset(_heir(sources[key]).pk for key in (row["key"], told["key"]))
            if len(pair) == 2 and pair not in known:
                known.add(pair)
                one, other = Source.objects.filter(pk__in=pair)
                merging.tell_apart(one=one, other=other, by=by, reason=told["reason"])
                report.note("sources", "told apart", f"{row['key']} / {told['key']}")
