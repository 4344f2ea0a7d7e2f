"""The verdict strip: one block a claim, sorted from supported to not so. Pure: editions' rows in, geometry out.

Claims without a single verdict for now, such as those on which reviewers disagree, stand last.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.rating.vocabulary import NoVerdict, Verdict
from claims.rating.wording import counted

BLOCK = 26
GAP = 3
# The verdicts whose sentence says that we are very confident.
VERY_SURE = (Verdict.SUPPORTED, Verdict.NOT_SUPPORTED)


@dataclass(frozen=True)
class Block:
    """One claim's block: where it stands in its group's drawing."""

    x: int
    row: object


@dataclass(frozen=True)
class Group:
    """The claims under one headline, in reading order."""

    verdict: Verdict | NoVerdict
    blocks: tuple[Block, ...]

    @property
    def side(self) -> str:
        return "none" if isinstance(self.verdict, NoVerdict) else self.verdict.side.value

    @property
    def count(self) -> int:
        return len(self.blocks)

    @property
    def words(self) -> str:
        return f"{self.verdict.label}: {counted(self.count, 'claim')}"

    @property
    def width(self) -> int:
        return self.count * (BLOCK + GAP) - GAP


@dataclass(frozen=True)
class VerdictStrip:
    """The groups that hold a claim, in the order of the verdicts."""

    groups: tuple[Group, ...]
    total: int
    block: int = BLOCK

    @property
    def finding(self) -> str:
        """Return on how many claims there is no answer, and on how many a very sure one."""
        if not self.groups:
            return "No claim has been published yet."
        unknown = self._number(Verdict.INSUFFICIENT) or "none"
        sure = self._number(*VERY_SURE) or "none"
        open_ones = self._number(*NoVerdict)
        rest = (
            f" {counted(open_ones, 'claim')} without a single verdict for now." if open_ones else ""
        )
        return (
            f"For {unknown} of {counted(self.total, 'claim')} the answer is that we do not know;"
            f" of {sure} are we very confident.{rest}"
        )

    def _number(self, *verdicts: Verdict | NoVerdict) -> int:
        return sum(group.count for group in self.groups if group.verdict in verdicts)


def verdict_strip(rows: Iterable) -> VerdictStrip:
    """Return the strip of rows that have `verdict`; the order within a verdict is kept."""
    rows = list(rows)
    groups = []
    for verdict in (*Verdict, *NoVerdict):
        own = [row for row in rows if row.verdict == verdict]
        if own:
            blocks = tuple(Block(place * (BLOCK + GAP), row) for place, row in enumerate(own))
            groups.append(Group(verdict, blocks))
    return VerdictStrip(tuple(groups), len(rows))
