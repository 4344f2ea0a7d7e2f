"""The risk-of-bias table: what was judged of each counted result, by which tool and why, in signs and words (METHOD 2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.rating.vocabulary import RiskOfBias, RobTool
from claims.rating.wording import counted, listed


@dataclass(frozen=True)
class Line:
    """One counted result; `counted_as` is what the rule takes where nobody has judged."""

    item: str
    label: str
    outcome: str
    judged: RiskOfBias
    counted_as: RiskOfBias
    tool: RobTool | None
    note: str


@dataclass(frozen=True)
class BiasTable:
    lines: tuple[Line, ...]

    @property
    def finding(self) -> str:
        """Return how many results were judged how."""
        ways = [line.judged for line in self.lines]
        if not ways:
            return "No result is counted."
        judged = [f"{ways.count(way)} {way.label.lower()}" for way in RiskOfBias if way in ways]
        return f"Risk of bias of {counted(len(ways), 'counted result')}: {listed(judged)}."


def bias_table(document: Mapping) -> BiasTable:
    """Return a line for each counted result of a claim's document, the strongest first."""
    items = [item for item in document["evidence"] if item["use"] == "counted"]
    items.sort(key=lambda item: (-item["strength"]["rung"], item["label"], item["id"]))
    return BiasTable(tuple(_line(item) for item in items))


def _line(item: Mapping) -> Line:
    return Line(
        item=item["id"],
        label=item["label"],
        outcome=item["outcome"],
        judged=RiskOfBias(item["risk_of_bias"]),
        counted_as=RiskOfBias(item["strength"]["effective_bias"]),
        tool=RobTool(item["rob_tool"]) if item["rob_tool"] else None,
        note=item["rob_note"],
    )
