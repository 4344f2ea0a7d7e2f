"""What the databases answer: the numbers of the documents that hold a query, and how many of each facet.

Each engine gives its statements and a query in its own language; the rest is the same for both.
"""

from django.db import connection

from claims.search.engines import postgres, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgres}
ANY = (0, 0)


def tally(query, mask):
    """Return {facets: number of documents}, the facets being a document's number under the mask."""
    engine = _engine()
    return dict(_rows(engine.TALLY, mask, engine.expression(query)))


def exists(query):
    engine = _engine()
    return bool(_rows(engine.PAGE, engine.expression(query), *ANY, 1, 0))


def numbers(query, condition, first, most, *, held=None):
    """Return the numbers of one page: what holds the query in its title, then what holds it elsewhere.

    `condition` is a mask and what a number under it must be; `held` is how many documents hold
    the query, if that is known.
    """
    engine = _engine()
    # Titles that hold one word fill a first page; those that hold several words seldom do.
    is_deep = first or len(query.wanted) > 1
    if is_deep and held is not None and held <= engine.FEW:
        asked = (engine.expression(query), *condition, engine.titled(query), most, first)
        found = _rows(engine.RANKED, *asked)
    else:
        found = _titled_first(engine, query, condition, first, most)
    return [number for (number,) in found]


def _titled_first(engine, query, condition, first, most):
    titled = engine.titled(query)
    found = _rows(engine.PAGE, titled, *condition, most, first)
    if len(found) < most:
        passed = 0 if found or not first else first - _count(engine, titled, condition)
        elsewhere = engine.WITHOUT.format(engine.expression(query), titled)
        rest = _rows(engine.PAGE, elsewhere, *condition, most - len(found), passed)
        found = [*found, *rest]
    return found


def _count(engine, expression, condition):
    return _rows(engine.COUNT, expression, *condition)[0][0]


def _engine():
    return ENGINES[connection.vendor]


def _rows(statement, *params):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
