"""When a claim was last edited, reviewed, searched for and thinned out, and how old its search is. Pure."""

import datetime

SEARCH_KEEPS = datetime.timedelta(days=365)  # METHOD 1.7: twelve months


def is_search_old(searched_on, today):
    """Whether a search was done so long ago that newer studies may be missing."""
    return searched_on is not None and searched_on < today - SEARCH_KEEPS


def four_dates(edition):
    """Return (name, day, words if there is none) of the dates that readers are shown apart."""
    return [
        ("Last edited", edition.edited_at.date(), ""),
        ("Last reviewed", edition.reviewed_on, "never"),
        ("Last searched", edition.searched_on, "no search recorded"),
        ("Evidence last withdrawn", edition.withdrawn_on, "never"),
    ]
