"""Queries of PostgreSQL's tsvector. Stems are a-z and 0-9 only, so that nothing typed can be an operator."""

TALLY = """
    SELECT id & %s AS facets, count(*) FROM claims_searchdocument
    WHERE vector @@ %s::tsquery GROUP BY facets
"""
COUNT = """
    SELECT count(*) FROM claims_searchdocument
    WHERE vector @@ %s::tsquery AND id & %s = %s
"""
PAGE = """
    SELECT id FROM claims_searchdocument
    WHERE vector @@ %s::tsquery AND id & %s = %s
    ORDER BY id LIMIT %s OFFSET %s
"""
# Titles and the rest at once: every row found is read once, not twice. In a large answer walking
# the numbers in order until a page is full reads fewer.
RANKED = """
    SELECT id FROM claims_searchdocument
    WHERE vector @@ %s::tsquery AND id & %s = %s
    ORDER BY vector @@ %s::tsquery DESC, id LIMIT %s OFFSET %s
"""
FEW = 10_000
WITHOUT = "({}) & !({})"


def expression(query, weight=""):
    """Return what holds all that is wanted, and nothing of the rest."""
    wanted = " & ".join(_any_of(clause, weight) for clause in query.wanted)
    excluded = " | ".join(map(_any_of, query.excluded))
    return WITHOUT.format(wanted, excluded) if excluded else wanted


def titled(query):
    """Return what holds all that is wanted in its title."""
    return expression(query, ":A")


def _any_of(clause, weight=""):
    phrases = (" <-> ".join(f"{stem}{weight}" for stem in run) for run in clause.alternatives)
    return "({})".format(" | ".join(f"({phrase})" for phrase in phrases))
