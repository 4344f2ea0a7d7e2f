"""How the pairs of the corpus files meet the library: merged or told apart here too, through the deeds."""

from claims.corpus_files import BadCorpus, Problem
from claims.corpus_pairs import MERGED, TOLD_APART
from claims.corpus_rows import REASON, touched_by_people
from sources.intake import library, merging
from sources.intake.look_alikes import told_apart
from sources.models import Source


def merge_as_told(rows, by, report):
    """Merge what stands for itself here and is one in the files, where no person has touched either.

    Before anything else is loaded, since the kept record has the identifiers of both. Raises BadCorpus
    with what a person has to settle first.
    """
    pairs = {key: row["key"] for row in rows for key in row.get(MERGED, [])}
    here = Source.objects.unmerged().in_bulk(list({*pairs, *pairs.values()}), field_name="key")
    apart = {key: kept for key, kept in pairs.items() if key in here}
    touched = touched_by_people(Source) if apart else set()
    problems = []
    for key, kept in apart.items():
        pair = [here.get(kept), here[key]]
        is_ours = all(source and source.pk not in touched for source in pair)
        problems += _merge(pair, by) if is_ours else [_alone(key, kept, pair[0])]
        report.note("sources", "merged", key)
    if problems:
        raise BadCorpus(problems)


def _merge(pair, by):
    """Merge the second into the first; return what is in the way."""
    # Another merge may have changed them since they were read.
    kept, merged = (Source.objects.get(pk=source.pk) for source in pair)
    try:
        merging.merge(kept=kept, merged=merged, by=by, reason=REASON, take_over=False)
    except library.LibraryError as refusal:
        return [Problem("sources.json", kept.key, f"{MERGED}: {merged.key}: {refusal}")]
    return []


def _alone(key, kept, is_here):
    first = "" if is_here else f"add {kept} and "
    what = (
        f"{MERGED}: {key} stands for itself in this library; {first}merge it into {kept} at the desk,"
        " then load again"
    )
    return Problem("sources.json", kept, what)


def load_pairs(rows, sources, by, report):
    """Record the former keys and the pairs told apart that the library does not have yet."""
    for row in rows:
        for key in row.get(MERGED, []):
            if key not in sources:
                kept = sources[row["key"]].merged_into or sources[row["key"]]
                sources[key] = merging.keep_former_key(key=key, kept=kept, by=by)
                report.note("sources", "merged", key)
    _tell_apart(rows, sources, by, report)


def _tell_apart(rows, sources, by, report):
    known = told_apart()
    for row in rows:
        for told in row.get(TOLD_APART, []):
            ends = sources[row["key"]], sources[told["key"]]
            pair = frozenset(end.merged_into_id or end.pk for end in ends)
            if len(pair) == 2 and pair not in known:
                one, other = Source.objects.filter(pk__in=pair)
                merging.tell_apart(one=one, other=other, by=by, reason=told["reason"])
                report.note("sources", "told apart", f"{row['key']} / {told['key']}")
