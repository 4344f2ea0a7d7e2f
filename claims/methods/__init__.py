"""What the methods page prints, read from the rule's own tables, so that page and rule cannot differ."""

from claims.methods.rule import words
from claims.rating import RULE, adjustments, floors, strength, tables, verdict, vocabulary
from claims.rating.wording import DESIGN_WORDS, REVIEWED_WORDS, percent

MINUS_STEPS = {0: "none", 1: "one step", 2: "two steps", 3: "three steps"}


def page():
    """Return everything the page shows, as tables of words."""
    return {
        "rule": RULE,
        "start": start_table(),
        "reviewed": reviewed_table(),
        "steps": step_tables(),
        "floors": floor_table(),
        "weights": weight_table(),
        "constants": constants(),
        "limits": limit_table(),
        "verdicts": verdict_table(),
        "reasons": [term for term in vocabulary.ReasonCode if term.sentence],
        "sentences": [(term, term.sentence) for term in vocabulary.Verdict],
        "states": list(vocabulary.ReviewState),
        "vocabularies": vocabularies(),
        "contested": vocabulary.Verdict.CONTESTED,
        "insufficient": vocabulary.Verdict.INSUFFICIENT,
        "concern": _word(tables.CONCERN_CEILING),
    } | words()


def start_table():
    return {
        "columns": [vocabulary.ClaimKind(kind) for kind in tables.KINDS],
        "rows": [
            {"name": _capital(DESIGN_WORDS[design]), "cells": [_rung(n) for n in rungs.values()]}
            for design, rungs in tables.START.items()
        ],
    }


def reviewed_table():
    return [
        {"reviews": REVIEWED_WORDS[kind], "starts_as": DESIGN_WORDS[design]}
        for kind, design in tables.REVIEWED_DESIGN.items()
    ]


def step_tables():
    """Return the steps down of an item: what is looked at, at which value, how many steps."""
    return [
        ("Risk of bias", _codes(tables.BIAS_STEP, vocabulary.RiskOfBias)),
        (
            f"Risk of bias, where the start is {_word(tables.LOW_START)} or less",
            _codes(tables.BIAS_STEP_LOW_START, vocabulary.RiskOfBias),
        ),
        ("Directness, the worst of four dimensions", _directness()),
        ("People, for a claim about a mechanism", _sizes(tables.SIZE_STEP_PEOPLE_MECHANISM)),
        ("People, for any other claim", _sizes(tables.SIZE_STEP_PEOPLE)),
        ("Animals", _sizes(tables.SIZE_STEP_ANIMALS)),
        ("Number not known", [("Any study", _steps(tables.UNKNOWN_SIZE_STEP))]),
    ]


def floor_table():
    """Return (floor, when): the level that the risk of bias is raised to at least."""
    groups = ((floors.FLOORS_ALWAYS, "always"), (floors.FLOORS_FOUND_EFFECT, "found"))
    return [
        {"level": vocabulary.RiskOfBias(level), "words": words, "group": group}
        for rows, group in groups
        for level, words, _ in rows
    ]


def weight_table():
    return [(_strength(rung), weight) for rung, weight in tables.WEIGHT.items()]


def constants():
    """Return (what, value, whose): every number of the claim rule."""
    people, studies = tables.IMPRECISION_PEOPLE, tables.IMPRECISION_STUDIES
    ours = "ours"
    return [
        ("The evidence leans for the claim from this share of the weight", _share(tables.LEAN_FOR), ours),
        ("The evidence leans against it up to this share", _share(tables.LEAN_AGAINST), ours),
        ("A minority below this share takes nothing off", percent(tables.MINORITY_NEGLIGIBLE), ours),
        ("Inconsistency takes off at most", _steps(tables.INCONSISTENCY_MOST), ours),
        ("People needed on the leading side for no imprecision", f"{max(people):,}", "GRADE without pooling, Murad 2017"),
        ("People below which imprecision takes off two", f"{sorted(people)[1]:,}", ours),
        ("Studies needed for a mechanism claim for no imprecision", f"{max(studies)}", ours),
        ("Each person counts in a crossover as", f"{tables.PAIRED_FACTOR} people", ours),
        ("Only studies smaller than this, all for: publication bias is suspected", f"{tables.SMALL_STUDY} people", ours),
        ("From how many such studies on", f"{tables.SMALL_STUDIES_SUSPECT}", ours),
        ("GRADE's raises apply up to this start", _level(tables.RAISE_START), "GRADE"),
        ("They raise by at most", _steps(tables.RAISE_MOST), "GRADE"),
        ("Studies with a large effect needed", f"{tables.LARGE_EFFECT_STUDIES}", ours),
        ("Supporting studies needed for convergence", f"{tables.CONVERGENCE_STUDIES}", ours),
        ("In how many of people, animals and cells", f"{tables.CONVERGENCE_MATERIALS}", ours),
        ("A review stands for its studies when we count fewer than this share of them", percent(tables.REVIEW_OVERLAP_LIMIT), ours),
        ("Work under an expression of concern is at most", _word(tables.CONCERN_CEILING), ours),
    ]  # fmt: skip


def limit_table():
    return [(words, vocabulary.Certainty(most)) for most, words, _ in adjustments.LIMITS]


def verdict_table():
    """Return a row for each lean, a cell for each certainty from High down."""
    return {
        "columns": [vocabulary.Certainty(word) for word in tables.CERTAINTY_WORDS.values()],
        "rows": [
            {
                "lean": vocabulary.Lean(lean),
                "cells": [vocabulary.Verdict(cells[level]) for level in tables.CERTAINTY_WORDS],
            }
            for lean, cells in verdict.VERDICT.items()
        ],
    }


def vocabularies():
    """Return (heading, terms) of every list of words that pages use."""
    named = {
        "Kinds of claim": vocabulary.ClaimKind,
        "Dose a claim is about": vocabulary.Scope,
        "Steps of the article's chain": vocabulary.Step,
        "Directions": vocabulary.Direction,
        "Where the estimate lies": vocabulary.Point,
        "Strength of one item": vocabulary.Strength,
        "Certainty of a claim": vocabulary.Certainty,
        "States of review": vocabulary.ReviewState,
        "Streams of evidence": vocabulary.Stream,
        "Risk of bias": vocabulary.RiskOfBias,
        "Tools for judging bias": vocabulary.RobTool,
        "Blinding": vocabulary.Blinding,
        "Directness": vocabulary.Directness,
        "Dimensions of directness": vocabulary.DirectnessDimension,
        "Kinds of outcome": vocabulary.OutcomeKind,
        "Place of the outcome": vocabulary.OutcomeRole,
        "What it was compared with": vocabulary.Comparator,
        "What was read": vocabulary.Basis,
        "Flags": vocabulary.Flag,
    }
    return [(heading, list(terms)) for heading, terms in named.items()]


def _strength(rung):
    return vocabulary.Strength(tables.STRENGTH_WORDS[rung])


def _word(rung):
    return _strength(rung).label.lower()


def _rung(rung):
    return {"symbol": _strength(rung).symbol, "words": _word(rung)}


def _level(level):
    return vocabulary.Certainty(tables.CERTAINTY_WORDS[level]).label


def _capital(words):
    return words[0].upper() + words[1:]


def _steps(number):
    return MINUS_STEPS[number]


def _codes(steps, terms):
    return [(terms(code).label, _steps(number)) for code, number in steps.items()]


def _directness():
    rows = _codes(tables.DIRECTNESS_STEP, vocabulary.Directness)
    extra = f"{tables.SEVERAL_NOT_DIRECT} or more of the {len(strength.DIMENSIONS)} not direct"
    return [*rows, (extra, "one step more")]


def _sizes(steps):
    bounds = list(steps)
    words = [f"{bounds[0]:,} or more"]
    words += [
        f"{low:,} to {high - 1:,}" if low else f"fewer than {high:,}"
        for high, low in zip(bounds, bounds[1:], strict=False)
    ]
    return [(text, _steps(number)) for text, number in zip(words, steps.values(), strict=True)]


def _share(fraction):
    return f"{fraction.numerator} of {fraction.denominator} parts"
