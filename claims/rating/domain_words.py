"""Why the domains other than bias and indirectness took off what they did, in words."""

from collections.abc import Sequence
from fractions import Fraction

from .body import Body
from .carriers import PLURAL, carriers, the_carriers, unit, units
from .studies import Study
from .tables import SMALL_STUDY
from .votes import HALF
from .wording import MATERIAL_WORDS, amount, counted, percent, several


def agreement_words(body: Body, minority: Fraction) -> str:
    """Return how the deciding studies agree; `minority` is the smaller side's share of weight."""
    number = len(body.deciding)
    noun = "review" if all(study.is_review for study in body.deciding) else "study"
    if number == 1:
        return (
            f"the one {noun} points both ways" if minority else f"cannot be judged from one {noun}"
        )
    if not minority:
        every = "both" if number == 2 else f"all {number:,}"
        return f"{every} {PLURAL[noun]} that decide point the same way"
    if minority == HALF:
        return "half of the weight is on each side"
    return f"{percent(minority)} of the weight is on the smaller side"


def unexplained_words(body: Body, studies: Sequence[Study]) -> str:
    """Return how many reviews found differences that nobody explained, without their names."""
    if len(body.deciding) == 1:
        return "it found differences inside that are not explained"
    noun = "review" if all(study.is_review for study in studies) else "study"
    inside = counted(len(studies), noun, PLURAL[noun])
    return f"{inside} found differences inside that are not explained"


def studies_words(body: Body, number: int) -> str:
    """Return how many independent studies stand where the answer is."""
    words = counted(number, "independent study", "independent studies")
    if body.lean != "split":
        words += " carries the answer" if number == 1 else " carry the answer"
    else:
        words += ", pointing both ways" if number == 1 else " on both sides together"
    unknown = sum(study.is_of_unknown_number for study in body.leading)
    if not unknown:
        return words
    return f"{words}, where {_of_unknown_number(unknown)}"


def _of_unknown_number(reviews: int) -> str:
    return (
        "a review of unknown size counts as one"
        if reviews == 1
        else "each review of unknown size counts as one"
    )


def size_words(body: Body, number: int) -> str:
    """Return how many stand where the answer is, and of how many studies that is not known."""
    known = [study for study in body.leading if study.n is not None]
    if not known:
        return _size_unknown(body)
    words = amount(number, {study.material for study in known if study.n or not number})
    if body.lean == "split":
        words += " on both sides together"
    else:
        words += f" {'counts' if number == 1 else 'count'} towards the answer"
    if any(study.rating.effective_n != study.item.n_analysed for study in known):
        words += " (doubled where each was their own control)"
    unknown = len(body.leading) - len(known)
    return f"{words}, and the size of {units(body, unknown)} is not known" if unknown else words


def _size_unknown(body: Body) -> str:
    materials = several({study.material for study in body.leading})
    if len(body.leading) == 1:
        return f"the number of {materials} is not known in {the_carriers(body)}"
    return f"the number of {materials} is not known in any of the {carriers(body)}"


def small_words(body: Body) -> str:
    """Return that every deciding study is for the claim and small."""
    materials = {study.material for study in body.deciding}
    small = " or ".join(words for name, (_, words) in MATERIAL_WORDS.items() if name in materials)
    deciding = f"{len(body.deciding):,} deciding {PLURAL[unit(body)]}"
    return f"all {deciding} are for the claim and each has fewer than {SMALL_STUDY} {small}"


def null_words(body: Body) -> str:
    """Return that the leading side found nothing and why this settles little."""
    noun, is_one = unit(body), len(body.leading) == 1
    found = f"the {noun if is_one else PLURAL[noun]} found nothing"
    if body.question.kind == "mechanism":
        return f"{found}, but one {noun} is too few to rule a mechanism out"
    if all(study.n is None for study in body.leading):
        return f"{found}, and how large {'it was' if is_one else 'they were'} is not known"
    return f"{found} but {'was' if is_one else 'were'} too small to find much"
