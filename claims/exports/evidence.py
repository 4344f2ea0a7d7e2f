"""The evidence: what counts with its whole rating, what is only shown, what is excluded and why."""

from collections.abc import Iterable, Mapping
from typing import Any

from claims.rating.vocabulary import (
    Basis,
    Blinding,
    Direction,
    Directness,
    OutcomeKind,
    OutcomeRole,
    RiskOfBias,
    RobTool,
    Strength,
)

from .escaping import link, plain, sentence
from .estimates import effect_in_full
from .names import with_names
from .phrases import listed, paragraphs, section, table
from .references import numbered

COUNTED = (
    "Study",
    "Design; people; substance and dose",
    "Outcome",
    "Result",
    "Direction",
    "Strength (why)",
    "Risk of bias (tool)",
    "Directness P/D/O/C",
)
SHOWN = ("Item", "Reason")
EXCLUDED = ("Item (retracted first)", "Reason, notice")
CELLS = "in-vitro"
DIMENSIONS = ("d_population", "d_dose", "d_outcome", "d_comparator")
KEY = "P population, D dose, O outcome, C comparator."


def evidence_tables(document: Mapping[str, Any]) -> str:
    """Return the section with its three tables."""
    uses = {use: _used(document, use) for use in ("counted", "shown", "excluded")}
    counted_rows = [_counted(item, document) for item in uses["counted"]]
    shown = [[_item(item, document), _reason(item, document)] for item in uses["shown"]]
    return section(
        "Evidence",
        paragraphs(["### Counted", KEY if counted_rows else "", table(COUNTED, counted_rows)]),
        paragraphs(["### Shown, not counted", table(SHOWN, shown)]),
        paragraphs(["### Excluded", table(EXCLUDED, _excluded(uses["excluded"], document))]),
    )


def _used(document: Mapping[str, Any], use: str) -> list[Mapping[str, Any]]:
    """Return the strongest studies first, the results of one study together."""
    rungs = {
        item: study["strength"]["rung"] for study in document["studies"] for item in study["items"]
    }
    used = [item for item in document["evidence"] if item["use"] == use]

    def place(item):
        rung = rungs.get(item["id"], 0)
        return -rung, item["study"], -item["strength"]["rung"], item["source"], item["outcome"]

    return sorted(used, key=place)


def _counted(item: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    direction = Direction(item["direction"])
    return [
        _study(item, document),
        _design(item, document["sources"][item["source"]]),
        _outcome(item),
        _result(item),
        f"{direction.symbol} {direction.label}",
        _strength(item, document),
        _bias(item),
        _directness(item),
    ]


def _study(item: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    study = next((row for row in document["studies"] if item["id"] in row["items"]), None)
    others = {} if study is None else set(study["sources"]) - {item["source"]}
    label = _label(item["source"], document)
    if not others:
        return label
    papers = listed(_label(key, document) for key in sorted(others))
    return f"{label}; one study, one vote with {papers}"


def _label(source: str, document: Mapping[str, Any]) -> str:
    return rf"{plain(document['sources'][source]['label'])} \[{numbered(document)[source]}\]"


def _design(item: Mapping[str, Any], record: Mapping[str, Any]) -> str:
    size = "number not known" if item["n"] is None else f"n = {item['n']:,}"
    people = record["population"] or "people not described"
    studied = people if record["design"] == CELLS and item["n"] is None else f"{size}, {people}"
    substances = listed(record["words"]["substances"])
    dose = ": ".join(filter(None, [substances, record["dose_text"]]))
    regime = record["words"]["dose_regime"]
    parts = [record["words"]["design"], studied]
    return "; ".join(plain(part) for part in [*parts, f"{dose} ({regime})" if dose else regime])


def _outcome(item: Mapping[str, Any]) -> str:
    kind = OutcomeKind(item["outcome_kind"] or OutcomeKind.SELF_REPORT).label
    role = OutcomeRole(item["outcome_role"] or OutcomeRole.UNCLEAR).label.lower()
    return f"{plain(item['outcome'])} ({kind}; role {role})"


def _result(item: Mapping[str, Any]) -> str:
    words = [sentence(item["finding"]), effect_in_full(item["effect"])]
    if item["null_informative"]:
        words.append(f"What is excluded: {sentence(item['null_note']) or 'not said.'}")
    if item["limitations"]:
        words.append(f"Limitations: {sentence(item['limitations'])}")
    read = Basis(item["basis"]).label.lower()
    words.append(f"Read: {read}{_where(item, read)}.")
    return " ".join(filter(None, words))


def _where(item: Mapping[str, Any], read: str) -> str:
    locator = (item["locator"] or "").rstrip(".")
    return f" ({plain(locator)})" if locator and locator.lower() != read else ""


def _strength(item: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    """Return the strength with every step that changed it."""
    strength = item["strength"]
    term = Strength(strength["code"])
    words = [reason["words"] for reason in strength["reasons"] if reason["levels"]]
    if item["override_reason"]:
        words.append(f"{item['override_by'] or 'A reviewer'}: {item['override_reason']}")
    why = " ".join(sentence(with_names(word, document)) for word in words)
    return f"{term.symbol} {term.label}. {why}".rstrip()


def _bias(item: Mapping[str, Any]) -> str:
    risk = RiskOfBias(item["risk_of_bias"])
    tool = RobTool(item["rob_tool"]).label if item["rob_tool"] else "no tool"
    blinding = Blinding(item["blinding"]).label.lower()
    words = f"{plain(risk.symbol)} {risk.label} ({tool}); blinding {blinding}"
    return f"{words}. {sentence(item['rob_note'])}".rstrip() if item["rob_note"] else words


def _directness(item: Mapping[str, Any]) -> str:
    levels = [item[dimension] for dimension in DIMENSIONS]
    words = [Directness(level).label.lower() if level else "not chosen" for level in levels]
    note = sentence(item["directness_note"])
    return " / ".join(words) + (f". {note}" if note else "")


def _item(item: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    direction = Direction(item["direction"])
    words = f"{plain(item['outcome'])}. {direction.symbol} {direction.label}"
    return f"{_label(item['source'], document)}: {words}"


def _reason(item: Mapping[str, Any], document: Mapping[str, Any]) -> str:
    return sentence(with_names(item["use_reason"], document))


def _excluded(items: Iterable[Mapping[str, Any]], document: Mapping[str, Any]) -> list[list[str]]:
    sources = document["sources"]
    first = sorted(items, key=lambda item: sources[item["source"]]["status"] != "retracted")
    rows = [
        [
            _item(item, document),
            f"{_reason(item, document)} {_notices(sources[item['source']])}".rstrip(),
        ]
        for item in first
    ]
    return rows + [_withdrawn(item) for item in document["withdrawn"]]


def _notices(record: Mapping[str, Any]) -> str:
    return " ".join(_notice(notice) for notice in record["notices"])


def _notice(notice: Mapping[str, Any]) -> str:
    words = [sentence(notice["reason"]), link("Notice", notice["url"]) if notice["url"] else ""]
    day = f", {notice['issued_on']}" if notice["issued_on"] else ""
    return " ".join(filter(None, [f"{plain(notice['label'])}{day}.", *words]))


def _withdrawn(item: Mapping[str, Any]) -> list[str]:
    reason = f"Withdrawn here on {item['on']}. {sentence(item['reason'])}".rstrip()
    return [f"{plain(item['label'])}: {plain(item['outcome'])}", reason]
