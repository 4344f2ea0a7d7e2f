"""Lists by page: what a list may be asked, read as the pages read it, and the frame of its answer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404

from claims.views.filters import PAGE, Selection, only, select

SIZE = re.compile(r"[1-9][0-9]?|100")
MOST_ON_A_PAGE = 100
LAST_PAGE = 999_999


@dataclass(frozen=True)
class Asking:
    """What a list may be asked: `filters` makes its filters, `sorts` are its orders, `texts` hold any words."""

    filters: Callable[[], list] = list
    sorts: Mapping[str, tuple] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ("page", "page_size")
    size: int = 25

    def read(self, request) -> "Asked":
        """Return what a request asks. Raises BadRequest, saying what is allowed."""
        filters, query = self.filters(), request.GET.copy()
        own, sort = (*self.numbers, *self.texts), ["sort"] if self.sorts else []
        only(query, *own, *sort, *(one.name for one in filters))
        number, size = _number(query, "page", PAGE, 1), _number(query, "page_size", SIZE, self.size)
        for name in own:
            query.pop(name, None)
        return Asked(select(query, filters, self.sorts), number, size)


@dataclass(frozen=True)
class Asked:
    """A list as it was asked for."""

    selection: Selection
    number: int
    size: int

    @property
    def first(self):
        """Return how many rows stand before the page."""
        return (self.number - 1) * self.size

    def page(self, rows):
        """Return the page asked for. Raises Http404 beyond the last."""
        paginator = Paginator(rows, self.size)
        try:
            return paginator.page(self.number)
        except EmptyPage as error:
            raise Http404(f"The last page is {paginator.num_pages}.") from error

    def cut(self, rows):
        """Return the rows of the page asked for, and how many there are; holds no others."""
        shown, count = [], 0
        for count, row in enumerate(rows, start=1):
            if self.first < count <= self.first + self.size:
                shown.append(row)
        return shown, count


def framed(request, asked, page, results):
    """Return a page of a list with what was asked, how many there are and where the others stand."""
    as_of = request.published.as_of
    return {
        "filters": asked.selection.words,
        "count": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "page_size": asked.size,
        "as_of": as_of and as_of.isoformat(),
        "next": _address(request, page.number + 1) if page.has_next() else None,
        "previous": _address(request, page.number - 1) if page.has_previous() else None,
        "results": results,
    }


def _number(query, name, form, usual):
    text = query.get(name, str(usual))
    if not form.fullmatch(text):
        most = MOST_ON_A_PAGE if form is SIZE else LAST_PAGE
        raise BadRequest(f"“{text[:60]}” is no “{name}”; give a whole number from 1 to {most}.")
    return int(text)


def _address(request, number):
    query = request.GET.copy()
    query["page"] = number
    return request.build_absolute_uri(f"?{query.urlencode()}")
