"""The rule's constants in words: what each decides, its unit, and whose it is."""

from claims.rating.constants import METHOD
from claims.rating.variations import DOUBLED, HALVED, MOST
from claims.rating.wording import counted

OURS, GRADE, MURAD = "ours", "GRADE", "GRADE without pooling, Murad 2017"
SHARE, PLAIN = "share", ""
PEOPLE, ANIMALS, STUDIES = ("person", "people"), ("animal", "animals"), ("study", "studies")

# METHOD 4, attack 7: 400 is from guidance; the rest are ours unless said.
NUMBERS = {
    "size_people": ("Size: a study of people loses no step from", PEOPLE, OURS),
    "size_people_few": ("Size: a study of people loses two steps below", PEOPLE, OURS),
    "size_mechanism": ("Size: a study of a mechanism in people loses no step from", PEOPLE, OURS),
    "size_mechanism_few": ("Size: a study of a mechanism in people loses two steps below", PEOPLE, OURS),
    "size_animals": ("Size: a study of animals loses no step from", ANIMALS, OURS),
    "size_unknown": ("Size: steps lost where the number is not known", PLAIN, OURS),
    "paired": ("Each person who was their own control counts as", PEOPLE, OURS),
    "several_not_direct": ("Directness: one more step where this many of the four dimensions are not direct", PLAIN, OURS),
    "review_overlap": ("A review stands for its studies when we count fewer than this share of them", SHARE, OURS),
    "weight_strong": ("Weight of a strong study", PLAIN, OURS),
    "weight_moderate": ("Weight of a moderate study", PLAIN, OURS),
    "weight_weak": ("Weight of a weak study", PLAIN, OURS),
    "lean": ("The evidence leans where the smaller side has at most this share of the weight", SHARE, OURS),
    "minority": ("Inconsistency: a smaller side below this share takes nothing off", SHARE, OURS),
    "inconsistency_most": ("Inconsistency: levels it takes off at most", PLAIN, OURS),
    "people": ("Imprecision: nothing off where the leading studies have", PEOPLE, MURAD),
    "people_few": ("Imprecision: two levels off below", PEOPLE, OURS),
    "studies": ("Imprecision of a mechanism: nothing off from", STUDIES, OURS),
    "studies_few": ("Imprecision of a mechanism: two levels off below", STUDIES, OURS),
    "small_study": ("Publication bias is suspected where every study is smaller than", PEOPLE, OURS),
    "small_studies": ("Publication bias: from how many such studies on", STUDIES, OURS),
    "raise_start": ("GRADE's raises apply up to this start, counted from 1 (very low) to 4 (high)", PLAIN, GRADE),
    "raise_most": ("GRADE's raises give back at most this many levels", PLAIN, GRADE),
    "large_effect": ("Studies marked with a large effect that are needed", STUDIES, OURS),
    "convergence_studies": ("Convergence: supporting studies needed", STUDIES, OURS),
    "convergence_materials": ("Convergence: in how many of people, animals and cells", PLAIN, OURS),
}  # fmt: skip
NOT_VARIED = (
    "Where designs start, how many steps a risk of bias or a lack of directness costs, and the"
    " limits are rungs of a ladder, not amounts: half a rung is none. They are printed with the rule"
    " and not varied here."
)


def rows(effects):
    """Return a row for each constant: words, value, whose, and its two effects."""
    found = {(one.name, one.change): one for one in effects}
    return [
        {
            "name": name,
            "words": words,
            "value": shown(name, getattr(METHOD, name)),
            "whose": whose,
            "changes": [_cell(found[name, change], change) for change in (HALVED, DOUBLED)],
        }
        for name, (words, _, whose) in NUMBERS.items()
    ]


def _cell(effect, change):
    is_held = effect.value == MOST.get(effect.name)
    return {"change": change, "value": shown(effect.name, effect.value), "is_held": is_held, "effect": effect}  # fmt: skip


def shown(name, value):
    """Return "400 people", "33.3 %", "0.5"."""
    unit = NUMBERS[name][1]
    if unit == SHARE:
        return f"{round(float(value) * 100, 1):g} %"
    return counted(value, *unit) if unit else f"{float(value):g}"


def decides(name):
    """Return what a constant decides, in words."""
    return NUMBERS[name][0]
