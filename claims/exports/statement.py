"""What every export says of itself: which list, narrowed how, how many rows, from which editions. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.rating.wording import listed


@dataclass(frozen=True)
class Statement:
    """Where an export is from.

    `filters` are words such as "Verdict: Supported"; `as_of` is when the newest edition behind it was
    published, so that the same editions give the same bytes; `editions` are (slug of the claim, number).
    """

    name: str
    filters: Sequence[str]
    count: int
    as_of: datetime | None
    editions: Sequence[tuple[str, int]]
    address: str

    def as_json(self) -> dict:
        """Return the statement as it stands at the top of a JSON export."""
        return {
            "list": self.name,
            "filters": list(self.filters),
            "count": self.count,
            "as_of": self.as_of and self.as_of.isoformat(),
            "editions": [{"claim": slug, "edition": number} for slug, number in self.editions],
            "address": self.address,
        }

    def in_words(self) -> str:
        """Return the statement as one line of plain text."""
        narrowed = listed(list(self.filters)) if self.filters else "no filter"
        day = self.as_of.date().isoformat() if self.as_of else "nothing published yet"
        made_from = ", ".join(f"{slug} {number}" for slug, number in self.editions) or "none"
        return (
            f"Microdosing Evidence, {self.name}: {self.count}; {narrowed}; as of {day}; "
            f"from {self.address}; editions: {made_from}."
        )
