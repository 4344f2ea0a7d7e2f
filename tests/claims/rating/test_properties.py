"""The properties that METHOD 1.5 promises of the rule, on random evidence."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.rating.certainty import suggest
from claims.rating.evidence_fields import ITEM_FIELDS, QUESTION_FIELDS
from claims.rating.items import Item, Question
from claims.rating.tables import CERTAINTY_LEVELS
from claims.rating.verdict import VERDICT
from claims.rating.vocabulary import flag_words

FLIPPED = {"supports": "contradicts", "contradicts": "supports", "toward": "away", "away": "toward"}
OBJECTIVE = ("biomarker", "imaging", "molecular", "event")
MIRRORED = {"for": "against", "against": "for"}
# One study that counts, so that there is something to change.
COUNTED = Item(id="c", source="c", direction="supports", design="rct-parallel")
SOURCES = ("s1", "s2", "s3", "s4", "s5")


def one_of(name):
    return st.sampled_from(ITEM_FIELDS[name].codes)


CODED = {name: one_of(name) for name, field in ITEM_FIELDS.items() if field.codes}
YES_NO = {name: st.booleans() for name, field in ITEM_FIELDS.items() if field.type is bool}
FREE = {
    "source": st.sampled_from(SOURCES),
    "study": st.sampled_from((None, None, None, "t1", "t2")),
    "n_analysed": st.none() | st.integers(min_value=0, max_value=600),
    "year": st.none() | st.integers(min_value=2008, max_value=2026),
    "n_studies": st.none() | st.integers(min_value=1, max_value=30),
    "includes": st.lists(st.sampled_from(SOURCES), max_size=3, unique=True).map(tuple),
    "overlap_group": st.sampled_from(("", "a")),
    "strength_override": st.none() | one_of("strength_override"),
}
# Sound work often enough that verdicts other than "insufficient" occur.
KIND = {
    "status": st.sampled_from(("published",) * 5 + ITEM_FIELDS["status"].codes),
    "risk_of_bias": st.sampled_from(("low",) * 5 + ITEM_FIELDS["risk_of_bias"].codes),
    **{f"d_{name}": st.sampled_from(("direct",) * 4 + ("partial", "indirect"))
       for name in ("population", "dose", "outcome", "comparator")},
}  # fmt: skip


def items(**fixed):
    fields = {**CODED, **YES_NO, **FREE, **KIND, **fixed}
    rows = st.lists(st.fixed_dictionaries(fields), min_size=1, max_size=8)
    return rows.map(lambda rows: [Item(id=f"i{n}", **row) for n, row in enumerate(rows)])


def questions(**fixed):
    fields = {
        "slug": st.just("claim"),
        "publication_bias_flag": st.booleans(),
        **{name: st.sampled_from(QUESTION_FIELDS[name].codes)
           for name in ("kind", "scope", "asserts")},
    }  # fmt: skip
    return st.fixed_dictionaries(fields | fixed).map(lambda row: Question(**row))


def counted_part(suggestion):
    form = suggestion.as_expected()
    del form["excluded"]
    return form


@given(questions(), items(), st.randoms(use_true_random=False))
def test_order_of_items_never_matters(question, evidence, random):
    shuffled = random.sample(evidence, len(evidence))
    assert suggest(question, shuffled) == suggest(question, evidence)


@given(questions(), items(), items(status=st.just("retracted"), source=st.just("elsewhere")))
def test_retracted_items_change_nothing(question, evidence, retracted):
    evidence = [COUNTED, *evidence]
    before = suggest(question, evidence)
    added = [replace(item, id=f"r{item.id}", study=None) for item in retracted]
    assert counted_part(suggest(question, evidence + added)) == counted_part(before)


@given(
    questions(),
    items(),
    items(design=st.just("narrative-review"), status=st.just("published")),
)
def test_narrative_reviews_change_nothing(question, evidence, narrative):
    evidence = [COUNTED, *evidence]
    before = suggest(question, evidence)
    added = [replace(item, id=f"n{item.id}") for item in narrative]
    assert counted_part(suggest(question, evidence + added)) == counted_part(before)


@given(questions(), items(), st.data())
def test_a_result_entered_twice_changes_nothing(question, evidence, data):
    item = data.draw(st.sampled_from(evidence))
    again = [*evidence, replace(item, id=f"{item.id}-again")]
    assert counted_part(suggest(question, again)) == counted_part(suggest(question, evidence))


def allowed_verdicts(suggestion):
    if suggestion.lean is None:
        return {"insufficient"}
    if suggestion.lean == "split":
        return {"contested", "insufficient"}
    return {VERDICT[suggestion.lean][CERTAINTY_LEVELS[suggestion.certainty]]}


@given(questions(), items())
def test_verdict_and_certainty_match_the_table(question, evidence):
    suggestion = suggest(question, evidence)
    assert suggestion.verdict in allowed_verdicts(suggestion)


@given(questions(), items())
def test_split_evidence_is_low_at_most(question, evidence):
    suggestion = suggest(question, evidence)
    assert suggestion.lean != "split" or suggestion.certainty in ("low", "very-low")


@given(
    questions(kind=st.sampled_from(("association", "occurrence")), asserts=st.just("effect")),
    items(
        direction=st.sampled_from(("supports", "contradicts", "mixed")),
        outcome_kind=st.sampled_from(OBJECTIVE),
        outcome_role=st.sampled_from(("primary", "secondary", "unclear")),
    ),
)
def test_flipping_every_direction_mirrors_the_verdict(question, evidence):
    flipped = [
        replace(
            item,
            direction=FLIPPED.get(item.direction, item.direction),
            point=FLIPPED.get(item.point, item.point),
        )
        for item in evidence
    ]
    one, other = suggest(question, evidence), suggest(question, flipped)
    assert other.lean == MIRRORED.get(one.lean, one.lean)
    assert other.certainty == one.certainty


@given(questions(), items())
def test_steps_add_up_to_the_domains_shown(question, evidence):
    suggestion = suggest(question, evidence)
    too_small = suggestion.reason_code == "underpowered-null"
    totals = Counter()
    for step in suggestion.steps[1 : -1 if too_small else None]:
        totals[step.domain.value] += step.levels
    shown = {domain: levels for domain, levels in suggestion.domains if levels}
    assert {domain: levels for domain, levels in totals.items() if levels} == shown


@given(questions(), items())
def test_reasons_of_a_counted_item_add_up_to_its_rung(question, evidence):
    ratings = suggest(question, evidence).strengths.values()
    sums = [sum(reason.levels for reason in rating.reasons) for rating in ratings if rating.counted]
    assert sums == [rating.level for rating in ratings if rating.counted]


UNGRAMMATICAL = re.compile(
    r"\b1 (studies|people|animals|samples|reviews)\b|\b0 (people|animals|samples|studies)\b"
    r"|−0|None|  |\bthe 1\b|all 2\b"
)


def sentences(suggestion):
    yield from (step.words for step in suggestion.steps)
    yield from (flag_words(flag) for flag in suggestion.flags)
    yield from suggestion.shown_only.values()
    for rating in suggestion.strengths.values():
        yield from (reason.words for reason in rating.reasons)


@given(questions(), items())
def test_sentences_are_grammatical(question, evidence):
    told = list(sentences(suggest(question, evidence)))
    assert [words for words in told if UNGRAMMATICAL.search(words)] == []


@given(questions(), items())
def test_steps_name_no_study_by_its_key(question, evidence):
    told = " ".join(step.words for step in suggest(question, evidence).steps)
    assert not re.search(r"\b(s[1-5]|t[12]|review:)", told)
