"""Which sources may be one publication entered twice and still wait for somebody to decide."""

from sources.duplicates import possible_duplicates
from sources.models import Source, ToldApart

NEEDED = (
    *("key", "title", "year", "registration", "version_of"),
    *("authors", "authors_in_order", "authors_complete"),
)


def look_alikes() -> list[tuple[Source, Source, str]]:
    """Return [(one, other, why)] by key, without those told apart or linked as versions."""
    sources = list(Source.objects.unmerged().only(*NEEDED).order_by("key"))
    apart = told_apart()
    return [
        (one, other, why)
        for one, other, why in possible_duplicates(sources)
        if _study_of(one) != _study_of(other) and frozenset((one.pk, other.pk)) not in apart
    ]


def _study_of(source):
    """Versions of one article are no duplicates of it, nor of each other."""
    return source.version_of_id or source.pk


def told_apart() -> set[frozenset[int]]:
    """Return the pairs told apart; what was merged since stands for the source that it became."""
    ends = ("one_id", "one__merged_into_id", "other_id", "other__merged_into_id")
    return {
        frozenset((one_now or one, other_now or other))
        for one, one_now, other, other_now in ToldApart.objects.values_list(*ends)
    }
