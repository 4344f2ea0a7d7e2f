"""Reading query parameters: what a list allows is named, everything else is refused with a sentence."""

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from textwrap import shorten
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404

from claims.rating.wording import listed

LISTED_AT_MOST = 30
# More digits name no page and overflow a database integer.
PAGE = re.compile(r"[1-9][0-9]{0,5}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Filter:
    """One question a list can be narrowed by.

    `words` maps each value that is accepted to what readers see; only those in `present` are offered.
    """

    name: str
    label: str
    words: Mapping[str, str]
    present: Collection[str]
    lookup: str = ""
    stored: Callable[[str], object] = str


@dataclass(frozen=True)
class Selection:
    """What a reader asked a list for."""

    filters: tuple[Filter, ...]
    chosen: Mapping[str, str]
    sorts: Mapping[str, tuple] = field(default_factory=dict)

    @property
    def sort(self):
        return self.chosen.get("sort") or next(iter(self.sorts), "")

    @property
    def is_narrowed(self):
        return any(self.chosen.get(one.name) for one in self.filters)

    @property
    def fields(self):
        """Return the filters as the form shows them: an option only where it exists."""
        shown = [(one.name, one.label, self._options(one)) for one in self.filters]
        return [
            dict(zip(("name", "label", "options"), row, strict=True)) for row in shown if row[2]
        ]

    def _options(self, one):
        chosen = self.chosen.get(one.name, "")
        return [
            {"value": value, "words": words, "is_chosen": value == chosen}
            for value, words in one.words.items()
            if value in one.present or value == chosen
        ]

    @property
    def orders(self):
        return [
            {"value": value, "words": words, "is_chosen": value == self.sort}
            for value, (words, *_) in self.sorts.items()
        ]

    @property
    def words(self):
        """Return the choices as a list of "Verdict: Supported"."""
        return [
            f"{one.label}: {one.words[self.chosen[one.name]]}"
            for one in self.filters
            if self.chosen.get(one.name)
        ]

    def narrow(self, queryset):
        """Return the rows that were asked for, in the order that was asked for."""
        asked = {
            one.lookup or one.name: one.stored(self.chosen[one.name])
            for one in self.filters
            if self.chosen.get(one.name)
        }
        return queryset.filter(**asked).order_by(*self.sorts[self.sort][1:])

    def address(self, number):
        asked = {name: value for name, value in self.chosen.items() if value and name != "page"}
        return "?" + urlencode(asked | ({"page": number} if number > 1 else {}))

    def page(self, queryset, per_page):
        """Return one page of the narrowed rows; Http404 beyond the last."""
        paginator = Paginator(self.narrow(queryset), per_page)
        try:
            page = paginator.page(int(self.chosen.get("page") or 1))
        except EmptyPage as error:
            raise Http404 from error
        return Listing(self, page)


@dataclass(frozen=True)
class Listing:
    """One page of a list, with the addresses of its neighbours."""

    selection: Selection
    page: object

    @property
    def previous(self):
        return self.page.has_previous() and self.selection.address(self.page.number - 1)

    @property
    def next(self):
        return self.page.has_next() and self.selection.address(self.page.number + 1)


def select(query, filters, sorts=None):
    """Return the Selection that `query` asks for. Raises BadRequest, saying what is allowed."""
    allowed = {one.name: one.words for one in filters}
    if sorts:
        allowed |= {"sort": {value: words for value, (words, *_) in sorts.items()}, "page": None}
    for name, values in query.lists():
        _check_name(name, values, allowed)
        _check_value(name, values[0], allowed[name])
    return Selection(tuple(filters), query.dict(), sorts or {})


def refuse_parameters(request):
    """For pages that take none."""
    select(request.GET, ())


def only(query, *names):
    """Raise BadRequest unless every parameter is one of `names`, given once."""
    for name, values in query.lists():
        _check_name(name, values, names)


def one_of(query, name, values):
    """Return the parameter, the first of `values` if it is absent."""
    value = query.get(name, values[0])
    if value not in values:
        raise BadRequest(
            f"“{_short(value)}” is no value of “{name}” that we know. Use {listed(values)}."
        )
    return value


def day(query, name):
    """Return the parameter as a date, or None if it is absent."""
    text = query.get(name)
    if text is None:
        return None
    refusal = BadRequest(f"“{name}” is a date such as 2026-03-01.")
    if not DAY.fullmatch(text):
        raise refusal
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise refusal from error


def _check_name(name, values, allowed):
    if name not in allowed:
        names = f"Use {listed(sorted(allowed))}." if allowed else "This page takes none."
        raise BadRequest(f"There is no parameter “{_short(name)}” here. {names}")
    if len(values) > 1:
        raise BadRequest(f"The parameter “{name}” is given more than once; give it once.")


def _check_value(name, value, words):
    if not value or (words is not None and value in words):
        return
    if words is None:
        if PAGE.fullmatch(value):
            return
        raise BadRequest(f"“{_short(value)}” is no page; give a number from 1.")
    several = f"Use {listed(list(words)[:LISTED_AT_MOST])}." if words else "There is none yet."
    raise BadRequest(f"“{_short(value)}” is no value of “{name}” that we know. {several}")


def _short(text):
    return shorten(text, 60, placeholder="…") if len(text.split()) > 1 else text[:60]


def facet(rows, column):
    """Return the values of one column that exist, without the empty one."""
    return {str(row[column]) for row in rows if row[column] not in ("", None)}


def parts(rows, column, separator):
    """Return the values that exist in a column which holds several between separators."""
    return sorted({part for row in rows for part in row[column].split(separator) if part})
