"""Dates as citations give them, to year, month and day as far as they are known. Pure."""

import calendar
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

Date = tuple[int | None, int | None, int | None]

UNKNOWN: Date = (None, None, None)
FIRST_YEAR, LAST_YEAR = 1800, 2200
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_NUMERIC = re.compile(
    r"\s*([0-9]{4})(?:[-/.]([0-9]{1,2})(?![0-9]))?(?:[-/.]([0-9]{1,2})(?![0-9]))?"
)
_COMPACT = re.compile(r"\s*([12][0-9]{3})(0[1-9]|1[0-2])([0-3][0-9])\s*")
_YEAR = re.compile(r"(?<![0-9])([0-9]{4})(?![0-9])")
_MONTH = re.compile(rf"(?<![a-z])({'|'.join(MONTHS)})(?:[a-z]{{1,6}})?(?![a-z])", re.IGNORECASE)
_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})(?![0-9])")


def parts(year: Any, month: Any = None, day: Any = None) -> Date:
    """Return as much of the date as is one: no month without a year, no day that its month has not."""
    year, month, day = _number(year), _number(month), _number(day)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return UNKNOWN
    if month is None or not 1 <= month <= 12:
        return (year, None, None)
    if day is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return (year, month, None)
    return (year, month, day)


def _number(value):
    """Return a small whole number from a number or digits; a truth value is none."""
    if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,4}\s*", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def written(text: str) -> Date:
    """Return the date of "2020", "2020/03/15/", "2020 Mar 15" or "15 March 2020".

    A season or several months give no month; "n.d." and "in press" give nothing.
    """
    return _written(text[:100])


@lru_cache(maxsize=4096)
def _written(text):
    found = _COMPACT.fullmatch(text) or _NUMERIC.match(text)
    if found and found[2]:
        return parts(*found.groups())
    year = _YEAR.search(text)
    if not year:
        return UNKNOWN
    rest = f"{text[: year.start()]} {text[year.end() :]}"
    return parts(year[1], *_month_and_day(rest))


@lru_cache(maxsize=4096)
def _month_and_day(text):
    """Return month and day of "Mar 15", "15 March", "3"; None for what is not told or not one."""
    months = {match.lower() for match in _MONTH.findall(text)}
    days = _DAY.findall(text)
    if len(months) == 1:
        return MONTHS.index(months.pop()) + 1, days[0] if len(days) == 1 else None
    is_bare = not months and len(days) == 1 and days[0] == text.strip()
    return (days[0] if is_bare else None), None


def joined(year: str, within: str) -> Date:
    """Return the date of a year and of what a field beside it says: "Mar 15", "3" or a whole date."""
    whole, bare = written(within), written(year)
    if bare == UNKNOWN or (whole[0] == bare[0] and whole[1]):
        return whole if whole != UNKNOWN else bare
    if bare[1] or whole != UNKNOWN:
        return bare
    return parts(bare[0], *_month_and_day(within[:100]))


def best(texts: Iterable[str]) -> Date:
    """Return the date that says most among the texts; the first one decides the year."""
    most = UNKNOWN
    for text in texts:
        date = written(text)
        if most[0] is None or (date[0] == most[0] and date.count(None) < most.count(None)):
            most = date
    return most
