"""Estimates as the papers print them, with their intervals; never pooled, never "significant"."""

from collections.abc import Iterable, Mapping
from typing import Any

from .escaping import plain
from .phrases import counted, number

# Their values have no unit, so that a range of them means something.
UNITLESS = ("SMD", "r", "OR", "RR", "HR")
MOST_NAMED = 4


def estimates(results: Iterable[Mapping[str, Any]]) -> str:
    """Return the range of each unitless measure that two or more results share, and the others one by one."""
    known = [item for item in results if item["effect"] and item["effect"]["estimate"] is not None]
    by_measure = {item["effect"]["measure"]: [] for item in known}
    for item in known:
        by_measure[item["effect"]["measure"]].append(item)
    shared = [name for name in UNITLESS if len(by_measure.get(name, [])) > 1]
    words = [_range(name, by_measure[name]) for name in shared]
    alone = [item for item in known if item["effect"]["measure"] not in shared]
    words += [_named(item) for item in alone[:MOST_NAMED]]
    if len(alone) > MOST_NAMED:
        words.append(f"{counted(len(alone) - MOST_NAMED, 'more estimate')} in the table below")
    return f"{'; '.join(words)}." if words else "No estimate was recorded as a number."


def _named(item: Mapping[str, Any]) -> str:
    """Return "Allen 2024: MD −5.0, hours of felt effects": what follows a semicolon is provenance."""
    effect = item["effect"]
    unit = plain((effect["note"] or "").partition(";")[0])
    return f"{plain(item['label'])}: {estimate(effect)}{f', {unit}' if unit else ''}"


def _range(measure: str, results: list[Mapping[str, Any]]) -> str:
    values = [item["effect"]["estimate"] for item in results]
    return (
        f"{plain(measure)} {number(min(values))} to {number(max(values))} in {len(values)} results"
    )


def estimate(effect: Mapping[str, Any]) -> str:
    """Return "MD −1.2 (95 % interval −6.0 to 3.5)"."""
    measure = "" if effect["measure"] == "percent" else f"{plain(effect['measure'])} "
    sign = " %" if effect["measure"] == "percent" else ""
    return f"{measure}{number(effect['estimate'])}{sign}{_interval(effect)}".strip()


def _interval(effect: Mapping[str, Any]) -> str:
    low, high = effect["ci_low"], effect["ci_high"]
    if low is None or high is None:
        return ""
    return f" (95 % interval {number(low)} to {number(high)})"


def effect_in_full(effect: Mapping[str, Any] | None) -> str:
    """Return estimate, interval, P value and note as one clause; nothing if there is no effect."""
    if not effect:
        return ""
    words = [] if effect["estimate"] is None else [estimate(effect)]
    # A note on P says more than the number: "reported as p < 0.001".
    if effect["p"] is not None and "p " not in (effect["note"] or ""):
        words.append(f"P = {number(effect['p'])}")
    words.append(plain(effect["note"]))
    return f"Estimate: {'; '.join(filter(None, words))}."
