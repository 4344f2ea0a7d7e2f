"""The deeds on two sources that look alike: they are one publication, or they are told apart."""

from django.db import transaction
from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from microdose_kb.tagging import names_in_order
from sources.intake import library, uniting
from sources.models import Notice, Source, ToldApart
from sources.signals import source_merged

SHORTEST_REASON = 10
NOBODY = Q(pk=None)
# What a row that only keeps a former key repeats of the source that it leads to.
REPEATED = (
    *("type", "title", "container_title", "year", "month", "day"),
    *("authors", "authors_complete", "authors_in_order", "study"),
)


class NotOne(library.LibraryError):
    """What is known of the two shows that they cannot be one publication."""


class InTheWay(library.LibraryError):
    """Something that rests on one of the two has to be settled first."""


def check_reason(reason):
    if len(reason.strip()) < SHORTEST_REASON:
        raise library.NoReason(
            f"Say why, in at least {SHORTEST_REASON} characters, for whoever reads the history:"
            " “same trial report, entered twice”."
        )


def check_two(one, other):
    if one.pk == other.pk:
        raise NotOne(f"{one.key} stands on both sides; choose two sources.")


def hold(one, other, *, also):
    """Return the stored forms of two sources and the others that meet `also`, all held in one order.

    Raises WasMerged, and ChangedMeanwhile if either has another version than the one given.
    """
    rows = Source.objects.select_for_update(no_key=True).order_by("pk")
    concerned = Source.objects.filter(Q(pk__in=[one.pk, other.pk]) | also).values_list("pk")
    stored = {row.pk: row for row in rows.filter(pk__in={pk for (pk,) in concerned})}
    pair = [stored.pop(one.pk), stored.pop(other.pk)]
    for row in pair:
        library.refuse_merged(row)
    for seen, row in zip((one, other), pair, strict=True):
        library.check_version(seen, row)
    return *pair, list(stored.values())


@transaction.atomic
def merge(*, kept, merged, by, reason, take_over=True):
    """Make `merged` a part of `kept` for good; return the stored form of `kept`.

    Its identifiers, notices and tags, and what cites it, go over to `kept`; the row itself and both
    histories stay. With `take_over`, `kept` also gets what it leaves empty. Raises NoReason, NotOne,
    InTheWay, WasMerged, CircularReview and ChangedMeanwhile.
    """
    check_reason(reason)
    check_two(kept, merged)
    concerned = Q(includes=merged.pk) | Q(version_of=merged.pk) | Q(merged_into=merged.pk)
    kept, merged, others = hold(kept, merged, also=concerned)
    prefetch_related_objects([kept, merged], "includes")
    _refuse_two(kept, merged)
    kept.study = common_study(kept, merged)
    _move_notices(kept, merged)
    uniting.move_identifiers(kept, merged)
    if take_over:
        uniting.fill(kept, merged)
    if merged.version_of_id and not kept.version_of_id:
        kept.version_of_id = merged.version_of_id
    _write(kept, merged, by, reason)
    _point_at(kept, merged, others, by)
    cause = f"{merged.key} and {kept.key} are one publication, kept as {kept.key}: {reason}"
    source_merged.send(sender=Source, source=kept, merged=merged, by=by, reason=reason, cause=cause)
    return kept


def _refuse_two(kept, merged):
    """Refuse what are two publications by their identifiers, or two versions by a person's word."""
    if names := uniting.clashing(kept, merged):
        told = ", ".join(name.upper() for name in names)
        raise NotOne(
            f"{kept.key} and {merged.key} have each its own {told}, so they are two publications;"
            " if one is the preprint of the other, link them as versions instead."
        )
    if merged.version_of_id == kept.pk or kept.version_of_id == merged.pk:
        raise NotOne(
            f"{kept.key} and {merged.key} are linked as versions; if they are one publication"
            " after all, unlink them first."
        )
    _refuse_review_and_study(kept, merged)
    if kept.version_of_id and merged.versions.exists():
        raise NotOne(
            f"{kept.key} is a version of another source, and others are versions of {merged.key};"
            " unlink the one or the others first."
        )


def _refuse_review_and_study(kept, merged):
    """Refuse a review and something else, above all a study inside it."""
    for review, inside in ((kept, merged), (merged, kept)):
        if inside in review.includes.all():
            raise NotOne(
                f"{review.key} includes {inside.key}, so they are two publications; if it does not,"
                " remove the one from what the other includes first."
            )
    if kept.design and merged.design and kept.is_review != merged.is_review:
        review, study = (kept, merged) if kept.is_review else (merged, kept)
        raise NotOne(
            f"{review.key} is described as a review and {study.key} as a study, so they are two"
            " publications; if not, correct the design of one first."
        )


def common_study(one, other):
    """Return the study of two papers on the same participants; refuse if each shares another one.

    A study that only repeats the paper's own key says nothing and gives way.
    """
    if one.study == other.study:
        return one.study
    companions = Source.objects.unmerged().exclude(pk__in=[one.pk, other.pk])
    shared = [paper for paper in (one, other) if companions.filter(study=paper.study).exists()]
    if len(shared) == 2:
        raise NotOne(
            f"{one.key} belongs to the study {one.study} and {other.key} to {other.study}, and other"
            " papers share both; give all papers on these participants one study first."
        )
    if shared:
        return shared[0].study
    telling = [paper.study for paper in (one, other) if paper.study != paper.key]
    return telling[0] if telling else one.study


def _move_notices(kept, merged):
    """Give `kept` the notices that it lacks; its status follows from all it then has."""
    here = list(kept.notices.all())
    lacking = [
        notice.pk
        for notice in merged.notices.all()
        if not any(_is_one_notice(notice, other) for other in here)
    ]
    Notice.objects.filter(pk__in=lacking).update(source=kept)
    kept.status = library.standing(kept)


def _is_one_notice(one, other):
    """Whether two rows tell of one notice; without an address, two of one day may be different ones."""
    if one.reference and one.reference == other.reference:
        return True
    alike = all(getattr(one, name) == getattr(other, name) for name in ("kind", "issued_on", "url"))
    return alike and bool(one.url or one.reason == other.reason)


def _write(kept, merged, by, reason):
    """Store both, the merged one first: an identifier stands in one row only."""
    merged.merged_into = kept
    merged.version_of = None
    inside = _united_inside(kept, merged)
    merged.version += 1
    kept.version += 1
    library.write(merged, by, f"Merged into {kept.key}. {reason}")
    library.write(kept, by, f"{merged.key} was merged into this source. {reason}")
    names = names_in_order(Source, [kept.pk, merged.pk])
    tags = list(dict.fromkeys([*names[kept.pk], *names[merged.pk]]))
    library.relate(kept, tags, inside)


def _united_inside(kept, merged):
    """Return what both include; only a list that somebody compared as a whole counts as checked."""
    both = {row.pk: set(row.includes.all()) for row in (kept, merged)}
    inside = set.union(*both.values())
    if inside and not kept.is_review:
        raise NotOne(
            f"{kept.key} is not described, and what {merged.key} includes would be lost; let it take"
            f" over what it leaves empty, or keep {merged.key}."
        )
    kept.includes_checked = any(
        row.includes_checked and both[row.pk] == inside for row in (kept, merged)
    )
    return inside


def _point_at(kept, merged, others, by):
    """Let every source that named the merged one name the kept one."""
    for other in others:
        inside = set(other.includes.all())
        if other.version_of_id == merged.pk:
            other.version_of = kept
        if other.merged_into_id == merged.pk:
            other.merged_into = kept
        other.version += 1
        library.write(other, by, f"{merged.key}, named here, was merged into {kept.key}.")
        if merged in inside:
            library.relate(other, None, (inside - {merged}) | {kept})


@transaction.atomic
def keep_former_key(*, key, kept, by):
    """Store a key that was merged into `kept` in another library, so that it leads there here too.

    Return the row of the key, which repeats what is printed on both. Raises WasMerged.
    """
    kept = library.lock(kept)
    row = Source(key=key, merged_into=kept, **{name: getattr(kept, name) for name in REPEATED})
    library.write(row, by, f"Merged into {kept.key} in another library.")
    return row


@transaction.atomic
def tell_apart(*, one, other, by, reason):
    """Record why two sources that look alike are two publications; they are not offered again.

    Raises NoReason, NotOne and WasMerged.
    """
    check_reason(reason)
    check_two(one, other)
    one, other, _ = hold(one, other, also=NOBODY)
    first, second = sorted((one, other), key=lambda source: source.pk)
    told, _ = ToldApart.objects.update_or_create(
        one=first,
        other=second,
        defaults={"reason": reason, "by": by, "at": timezone.now()},
    )
    return told
