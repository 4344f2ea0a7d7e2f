"""What one record of a publication gives to another of the same: changes values, stores nothing. Pure."""

UNIQUE = ("doi", "pmid", "pmcid")
# Fields that only mean something together: taken whole, or not at all.
TOGETHER = (
    ("authors", "authors_complete", "authors_in_order"),
    ("volume", "issue", "pages"),
)
REVIEW = ("review_of", "n_studies", "inconsistent_inside", "overlap_group", "search_until")
SINGLE = (
    "container_title",
    "url",
    "design",
    "species",
    "population",
    "sample_size",
    "substances",
    "dose_text",
    "dose_regime",
    "funding_note",
    "coi_note",
    "data_note",
)
DATE = ("year", "month", "day")
EMPTY = ("", None, [])


def clashing(one, other) -> list[str]:
    """Return the identifiers that both have and that differ: then they are two publications."""
    both = [name for name in UNIQUE if getattr(one, name) and getattr(other, name)]
    return [name for name in both if getattr(one, name) != getattr(other, name)]


def move_identifiers(kept, merged) -> None:
    """Give `kept` the identifiers that it lacks; what can stand once only leaves `merged`."""
    for name in (*UNIQUE, "registration"):
        if not getattr(kept, name):
            setattr(kept, name, getattr(merged, name))
            setattr(merged, name, "")


def fill(kept, merged) -> None:
    """Give `kept` what it leaves empty and `merged` tells; nothing that it tells is overwritten."""
    for names in (*TOGETHER, *((name,) for name in SINGLE)):
        _fill_group(kept, merged, names)
    if kept.is_review:
        _fill_group(kept, merged, REVIEW)
        if kept.included_rob == "not-assessed":
            kept.included_rob = merged.included_rob
    _fill_date(kept, merged)
    kept.checked = list(dict.fromkeys([*kept.checked, *merged.checked]))


def _fill_group(kept, merged, names):
    if not any(_tells(kept, name) for name in names):
        _copy(kept, merged, names)


def _tells(source, name):
    value = getattr(source, name)
    return value not in EMPTY and not isinstance(value, bool)


def _copy(kept, merged, names):
    for name in names:
        setattr(kept, name, getattr(merged, name))


def _fill_date(kept, merged):
    """Complete a date, but never with the month of another year."""
    for place, name in enumerate(DATE):
        if getattr(kept, name) is None:
            _copy(kept, merged, DATE[place:])
        if getattr(kept, name) != getattr(merged, name):
            return
