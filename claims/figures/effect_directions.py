"""The effect-direction table: where each study's estimates lie, outcome by outcome, whatever the P value (METHOD 2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.rating.vocabulary import Point, RiskOfBias
from claims.rating.wording import counted, listed

LIE = {
    Point.TOWARD: "toward the claim",
    Point.AWAY: "away from it",
    Point.NO_DIFFERENCE: "at no difference",
    Point.NOT_REPORTED: "not reported",
}
ALL_OUTCOMES = {"slug": None, "name": "Estimate"}
OTHER_OUTCOMES = {"slug": "", "name": "Other outcomes"}


@dataclass(frozen=True)
class Arrow:
    """One result of a study: where its estimate lies and how it was judged."""

    item: str
    outcome: str
    point: Point
    bias: RiskOfBias


@dataclass(frozen=True)
class Line:
    """One counted study; `cells` are in the order of the groups."""

    label: str
    n: int | None
    cells: tuple[tuple[Arrow, ...], ...]


@dataclass(frozen=True)
class EffectDirections:
    groups: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def finding(self) -> str:
        """Return on which side of no effect the estimates lie."""
        points = [arrow.point for line in self.lines for cell in line.cells for arrow in cell]
        found = [f"{points.count(way)} {LIE[way]}" for way in Point if way in points]
        return f"Of {counted(len(points), 'estimate')}: {listed(found)}."


def effect_directions(document: Mapping) -> EffectDirections:
    """Return a line for each counted study, the weightiest first; one column if there are no groups."""
    items = {item["id"]: item for item in document["evidence"]}
    groups = _groups(document)
    studies = sorted(
        document["studies"], key=lambda study: (-study["strength"]["rung"], study["label"])
    )
    lines = tuple(
        Line(study["label"], study["n"], _cells([items[one] for one in study["items"]], groups))
        for study in studies
    )
    return EffectDirections(tuple(group["name"] for group in groups), lines)


def _groups(document: Mapping) -> list[Mapping]:
    groups = document["groups"]
    if not groups:
        return [ALL_OUTCOMES]
    slugs = {group["slug"] for group in groups}
    is_apart = any(item["outcome_group"] not in slugs for item in document["evidence"])
    return [*groups, OTHER_OUTCOMES] if is_apart else list(groups)


def _cells(items: list[Mapping], groups: list[Mapping]) -> tuple[tuple[Arrow, ...], ...]:
    return tuple(
        tuple(_arrow(item) for item in items if _is_in(item, group["slug"], groups))
        for group in groups
    )


def _is_in(item: Mapping, slug: str | None, groups: list[Mapping]) -> bool:
    if slug is None:
        return True
    own = item["outcome_group"]
    return own == slug if own in {group["slug"] for group in groups} else slug == ""


def _arrow(item: Mapping) -> Arrow:
    point, bias = Point(item["point"]), RiskOfBias(item["risk_of_bias"])
    return Arrow(item["id"], item["outcome"], point, bias)
