"""The dose gap: at which doses the studies behind each claim were done. Pure: summaries in, geometry out."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.rating.wording import counted

WIDTH = 200
PLACES = {"microdose": "at a microdose", "full-dose": "at a full dose", "other": "other"}
DOSES = tuple(PLACES)


@dataclass(frozen=True)
class Segment:
    """The part of a bar that one kind of dose takes."""

    dose: str
    count: int
    x: float
    width: float

    @property
    def fill(self) -> str:
        """Return the name of the pattern; empty for a plain fill."""
        return "lines" if self.dose == "full-dose" else ""

    @property
    def css_class(self) -> str:
        return "mark" if self.fill else f"mark dose-{self.dose}"


@dataclass(frozen=True)
class Bar:
    """One claim's studies by dose."""

    claim: object
    segments: tuple[Segment, ...]
    total: int

    @property
    def words(self) -> str:
        """Return "3 at a microdose, 0 at a full dose, 4 other"."""
        return ", ".join(f"{part.count} {PLACES[part.dose]}" for part in self.segments)


@dataclass(frozen=True)
class DoseGap:
    bars: tuple[Bar, ...]
    width: int = WIDTH

    @property
    def finding(self) -> str:
        """Return for how many claims about microdoses most studies used other doses."""
        about = [bar for bar in self.bars if bar.claim.scope == "microdose"]
        leaps = sum(2 * bar.segments[0].count < bar.total for bar in about)
        return (
            f"For {leaps} of {counted(len(about), 'claim')} about microdoses, fewer than half of the"
            " studies were done at a microdose."
        )


def dose_gap(rows: Iterable) -> DoseGap:
    """Return a bar for each row (`scope`, `summary`), in the order given."""
    return DoseGap(tuple(_bar(row) for row in rows))


def _bar(row) -> Bar:
    counts = [row.summary["doses"].get(dose, 0) for dose in DOSES]
    total = sum(counts)
    unit = WIDTH / total if total else 0
    segments = [
        Segment(dose, count, round(sum(counts[:place]) * unit, 2), round(count * unit, 2))
        for place, (dose, count) in enumerate(zip(DOSES, counts, strict=True))
    ]
    return Bar(row, tuple(segments), total)
