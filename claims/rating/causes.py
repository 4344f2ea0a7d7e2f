"""Why the studies that carry the answer lost steps for bias or directness, counted in words."""

from collections import Counter
from collections.abc import Iterator

from .body import Body
from .carriers import PLURAL, all_carriers, carriers, unit
from .floors import bias_floors, bias_table
from .strength import DIMENSIONS
from .studies import Study
from .wording import listed

# What is said of one study and of several, by the words of `floors`.
FLOOR_TOLD = {
    "nobody has assessed it": ("has not been assessed", "have not been assessed"),
    "only the abstract was read": ("was read only as an abstract", "were read only as an abstract"),
    "people blinded themselves": ("blinded itself", "blinded themselves"),
}
FLOOR_TOLD |= {
    words: (told, told)
    for words, told in {
        "the bias of the studies inside the review was not assessed": (
            "gathered studies that nobody assessed"
        ),
        "it found the effect on an outcome that was not planned": (
            "found the effect on an outcome that was not planned"
        ),
        "it found the effect by rating and blinding was not tested": (
            "found the effect by rating without a test of blinding"
        ),
        "it found the effect on a scored test and people could tell what they took": (
            "found the effect on a scored test while people could tell what they took"
        ),
        "it found the effect by rating and people could tell what they took": (
            "found the effect by rating while people could tell what they took"
        ),
    }.items()
}
RISK_TOLD = {
    "some-concerns": "with some concerns",
    "high": "at high risk",
    "critical": "at critical risk",
}
JUDGED_TOLD = {
    "some-concerns": ("was judged to have some concerns", "were judged to have some concerns"),
    "high": ("was judged to be at high risk", "were judged to be at high risk"),
}
NOT_DIRECT = {"indirect": "indirect", "partial": "only partly direct"}
MINORITY = "; less than half of the weight loses a level for it"
LOW_START = "; a low start already allows for that"


def bias_words(body: Body, down: int) -> str:
    """Return why risk of bias took off `down`: the weaknesses that weigh that much, counted."""
    found = Counter(cause for study in body.leading for cause in _bias_causes(body, study, down))
    if not found:
        were = "was" if len(body.leading) == 1 else "were"
        return f"{all_carriers(body)} {were} judged to be at low risk"
    words = _counted_causes(body, found)
    if down:
        return words
    is_minority = any(study.rating.bias_step for study in body.leading)
    return words + (MINORITY if is_minority else LOW_START)


def _bias_causes(body: Body, study: Study, down: int) -> Iterator[tuple[str, str]]:
    """Each weakness of a study that alone takes off `down` or more."""
    steps = bias_table(study.rating.start)
    causes = [(study.item.risk_of_bias, JUDGED_TOLD.get(study.item.risk_of_bias))]
    for level, words in bias_floors(body.question, study.item):
        causes.append((level, FLOOR_TOLD.get(words) or _inside_told(level)))
    return (told for level, told in causes if told and steps[level] >= down)


def _inside_told(level: str) -> tuple[str, str] | None:
    risk = RISK_TOLD.get(level)
    return risk and (f"gathered studies {risk}",) * 2


def _counted_causes(body: Body, found: Counter) -> str:
    if len(body.leading) == 1:
        return f"{carriers(body)} {listed(one for one, _ in found)}"
    told = [
        f"{number:,} {one if number == 1 else several}"
        for (one, several), number in found.most_common()
    ]
    return f"of {carriers(body)}, {listed(told)}"


def distance_words(body: Body, down: int) -> str:
    """Return in how many studies each dimension is indirect or only partly direct."""
    found = {level: _not_direct(body, level) for level in NOT_DIRECT}
    found = {level: names for level, names in found.items() if names}
    if not found:
        return f"{listed(_dimensions(body))} are direct in {all_carriers(body)}"
    if len(body.leading) == 1:
        told = [
            f"the {listed(names)} {_is(names)} {NOT_DIRECT[one]}" for one, names in found.items()
        ]
        return f"in {carriers(body)}, {listed(told)}"
    words = "; ".join(_distance_clause(body, level, names) for level, names in found.items())
    return words + ("" if down else MINORITY)


def _is(names: Counter) -> str:
    return "is" if len(names) == 1 else "are"


def _dimensions(body: Body) -> list[str]:
    """A background claim is not about a dose."""
    without = "dose" if body.question.scope == "background" else ""
    return [name for name in DIMENSIONS if name != without]


def _not_direct(body: Body, level: str) -> Counter:
    return Counter(
        name
        for name in DIMENSIONS
        for study in body.leading
        if getattr(study.item, f"d_{name}") == level
    )


def _distance_clause(body: Body, level: str, names: Counter) -> str:
    (first, number), *others = names.most_common()
    words = [f"the {first} is {NOT_DIRECT[level]} in {_of_all(body, number)}"]
    return listed([*words, *(f"the {name} in {many:,}" for name, many in others)])


def _of_all(body: Body, number: int) -> str:
    several, total = PLURAL[unit(body)], len(body.leading)
    if number < total:
        return f"{number:,} of {total:,} {several}"
    return f"both {several}" if total == 2 else f"all {total:,} {several}"
