"""How the studies on a claim were found, as the part of its document that readers get (METHOD 3, 4)."""

from django.utils.formats import date_format

from claims.rating.wording import listed
from claims.upgrades import UNKNOWN_SEARCH

NO_SEARCH = "Curated by hand; no systematic search recorded."


def search_part(claim):
    """Return the newest search that stands; without one every part of it is None."""
    search = claim.searches.standing().first()
    if search is None:
        return {"on": None, "words": NO_SEARCH} | dict.fromkeys(UNKNOWN_SEARCH)
    return {
        "on": search.searched_on.isoformat(),
        "words": _words(search),
        "databases": search.databases,
        "query": search.query,
        "found": search.found,
        "screened": search.screened,
        "included": search.included,
        "by": search.searched_by,
        "note": search.note,
    }


def _words(search):
    where, day = listed(search.databases), date_format(search.searched_on, "j F Y")
    return (
        f"Searched {where} on {day}: {search.found:,} found, {search.screened:,} screened,"
        f" {search.included:,} included."
    )
