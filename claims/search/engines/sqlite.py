"""Queries of SQLite's FTS5. Stems are a-z and 0-9 only, so that nothing typed can be an operator."""

TALLY = """
    SELECT rowid & %s AS facets, count(*) FROM claims_searchindex
    WHERE claims_searchindex MATCH %s GROUP BY facets
"""
COUNT = """
    SELECT count(*) FROM claims_searchindex
    WHERE claims_searchindex MATCH %s AND rowid & %s = %s
"""
PAGE = """
    SELECT rowid FROM claims_searchindex
    WHERE claims_searchindex MATCH %s AND rowid & %s = %s
    ORDER BY rowid LIMIT %s OFFSET %s
"""
# Titles first, then the rest, is the quickest here however few there are.
FEW = 0
# A query without another, said in the engine's language so that the order of rows stays its own.
WITHOUT = "({}) NOT ({})"


def expression(query):
    """Return what holds all that is wanted, and nothing of the rest."""
    return _spared(_wanted(query), query)


def titled(query):
    """Return what holds all that is wanted in its title."""
    return _spared(f"{{title_stems}} : ({_wanted(query)})", query)


def _wanted(query):
    return " AND ".join(map(_any_of, query.wanted))


def _spared(wanted, query):
    excluded = " OR ".join(map(_any_of, query.excluded))
    return WITHOUT.format(wanted, excluded) if excluded else wanted


def _any_of(clause):
    phrases = " OR ".join(f'"{" ".join(run)}"' for run in clause.alternatives)
    return f"({phrases})"
