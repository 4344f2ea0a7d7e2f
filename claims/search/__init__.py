"""Searching what readers see: one interface, the same answers from SQLite and from PostgreSQL.

Order: all words in the title before words elsewhere, then the number that each document was given.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.models import SearchDocument, SearchWord
from claims.search import engines, facets, spelling
from claims.search.query import Clause, Query, Unsearchable, parse
from claims.search.snippets import Piece, excerpt, marked

__all__ = ["Answer", "Result", "Unsearchable", "documents", "search", "suggest"]

FACETS = facets.mask_of(facets.FACETS)
PER_PAGE = 20
AT_ONCE = 500
SUGGESTED = 8
MOST_COMPLETIONS = 60


@dataclass(frozen=True)
class Result:
    """A document that was found, its words marked."""

    document: SearchDocument
    title: Sequence[Piece]
    excerpt: Sequence[Piece]


@dataclass(frozen=True)
class Answer:
    """One page of what was found; `nearest` and `alone` help where nothing was."""

    query: Query
    total: int = 0
    page: int = 1
    results: Sequence[Result] = ()
    counts: Mapping[str, Mapping[str, int]] | None = None
    nearest: str = ""
    alone: Sequence[tuple[str, int]] = ()

    @property
    def pages(self):
        return max(1, -(-self.total // PER_PAGE))


def search(text: str, filters: Mapping[str, str], page: int = 1) -> Answer:
    """Return what holds all words of the text. Raises Unsearchable, with the remedy."""
    query = _completed(parse(text))
    if not query.wanted:
        return Answer(query)
    tally = engines.tally(query, FACETS)
    if not tally:
        return _help(query)
    return Answer(
        query,
        total=facets.total(tally, filters),
        page=page,
        results=_page(query, filters, page, sum(tally.values())),
        counts=facets.counts(tally, filters),
    )


def documents(text: str, filters: Mapping[str, str]) -> Iterator[SearchDocument]:
    """Yield everything that `search` finds, a few hundred at a time. Raises Unsearchable."""
    query = _completed(parse(text))
    first = 0
    while query.wanted and (found := _documents(query, filters, first, AT_ONCE)):
        yield from found
        first += AT_ONCE


def suggest(text: str) -> list[SearchDocument]:
    """Return the first documents that hold the words typed so far."""
    query = _completed(parse(text, is_unfinished=True))
    return _documents(query, {}, 0, SUGGESTED) if query.wanted else []


def _documents(query, filters, first, most, held=None):
    condition = facets.condition(filters)
    numbers = engines.numbers(query, condition, first, most, held=held)
    documents = SearchDocument.objects.in_bulk(numbers)
    return [documents[number] for number in numbers if number in documents]


def _page(query, filters, page, held):
    rows = _documents(query, filters, (page - 1) * PER_PAGE, PER_PAGE, held)
    wanted = [run for clause in query.wanted for run in clause.alternatives]
    return [_result(row, wanted) for row in rows]


def _result(row, wanted):
    return Result(
        row,
        title=marked(row.title, row.title_stems, wanted),
        excerpt=excerpt(row.body, row.body_stems, wanted),
    )


def _completed(query: Query) -> Query:
    """Return the query with each beginning of a word replaced by the stems of the words it begins."""
    return query.with_clauses(_with_completions)


def _with_completions(clause: Clause) -> Clause:
    if not clause.prefix:
        return clause
    words = SearchWord.objects.filter(word__startswith=clause.prefix).values_list("word", "stem")
    nearest = sorted(words, key=lambda pair: (len(pair[0]), pair[0]))
    stems = dict.fromkeys(stem for _, stem in nearest)
    runs = [(stem,) for stem in list(stems)[:MOST_COMPLETIONS]]
    return replace(clause, alternatives=tuple(dict.fromkeys([*clause.alternatives, *runs])))


def _help(query):
    """Return the answer to a query that nothing fits: the nearest one, or its words alone."""
    nearest = spelling.nearest(query)
    if nearest and not _is_found(nearest):
        nearest = ""
    return Answer(query, nearest=nearest, alone=() if nearest else _alone(query))


def _is_found(text):
    return engines.exists(parse(text))


def _alone(query):
    """Return each part of the query that something holds, with the number of documents."""
    parts = query.wanted if len(query.wanted) > 1 or query.excluded else ()
    singly = {clause.typed: replace(query, wanted=(clause,), excluded=()) for clause in parts}
    found = [
        (typed, sum(engines.tally(one, 0).values())) for typed, one in list(singly.items())[:5]
    ]
    return [(typed, number) for typed, number in found if number]
