"""Two records side by side, field by field, as a person reads them."""

from dataclasses import dataclass

from django.utils.text import capfirst

from sources.forms import Authors, SourceForm
from sources.vocabulary import Substance

FIELDS = (
    *("type", "title", "authors", "container_title", "year", "month", "day"),
    *("volume", "issue", "pages"),
    *("doi", "pmid", "pmcid", "registration", "url"),
    *("design", "species", "population", "sample_size", "substances", "dose_text", "dose_regime"),
    *("study", "peer_reviewed", "funding_note", "coi_note", "data_note"),
    *("review_of", "n_studies", "search_until", "status"),
)
# Written in capitals; the model has them as small words.
INITIALS = {"doi", "pmid", "pmcid", "url"}


@dataclass(frozen=True)
class Row:
    """One field of two records."""

    label: str
    one: str
    other: str


@dataclass(frozen=True)
class Comparison:
    """The fields of two records: those that differ, those that one alone tells, and the same ones."""

    differ: list[Row]
    only_one: list[tuple[str, str]]
    only_other: list[tuple[str, str]]
    same: list[tuple[str, str]]


def compared(one, other):
    """Return what two sources tell, sorted by whether both tell it and tell the same."""
    rows = _rows(one, other)
    both = [row for row in rows if row.one and row.other]
    return Comparison(
        differ=[row for row in both if row.one != row.other],
        only_one=[(row.label, row.one) for row in rows if row.one and not row.other],
        only_other=[(row.label, row.other) for row in rows if row.other and not row.one],
        same=[(row.label, row.one) for row in both if row.one == row.other],
    )


def _rows(one, other):
    rows = [Row(_label(one, name), _words(one, name), _words(other, name)) for name in FIELDS]
    rows.append(Row("Tags", _tags(one), _tags(other)))
    rows.append(Row("Notices", *(_notices(source) for source in (one, other))))
    return rows


def _label(source, name):
    words = SourceForm.Meta.labels.get(name) or source._meta.get_field(name).verbose_name
    return words.upper() if name in INITIALS else capfirst(words)


def _words(source, name):
    value = getattr(source, name)
    if name == "authors":
        return "\n".join(Authors().write(author) for author in value)
    if name == "substances":
        return ", ".join(Substance(code).label for code in source.substance_list)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    display = getattr(source, f"get_{name}_display", None)
    return str((display() if display else value) or "")


def _tags(source):
    return ", ".join(sorted(tag.name for tag in source.tags.all()))


def _notices(source):
    return ", ".join(notice.get_kind_display() for notice in source.notices.all())
