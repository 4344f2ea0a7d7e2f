"""A what-if in words: what it leaves out and what that does to the rule's answer. Pure."""

from claims.rating.vocabulary import Certainty, Verdict
from claims.rating.wording import counted
from claims.switches import SWITCHES
from claims.what_if import Answer, Asked, RatedDocument

STAYS, SIDE, NOTHING = "stays as it is", "another answer", "nothing is left to count"
SURER, LESS_SURE = "more certain", "less certain"


def answer_words(answer: Answer) -> str:
    """Return “Probably supported” (Moderate certainty)."""
    level = Certainty(answer.certainty).label if answer.certainty else "no"
    return f"“{Verdict(answer.verdict).label}” ({level} certainty)"


def change_words(real: Answer, answer: Answer) -> str:
    """Return in two or three words how an answer differs from the real one."""
    if not answer.counted:
        return NOTHING
    if answer.side != real.side:
        return SIDE
    if answer.certainty == real.certainty:
        return STAYS
    surer = Certainty(answer.certainty).level > Certainty(real.certainty).level
    return SURER if surer else LESS_SURE


def sentence(evidence: RatedDocument, asked: Asked, answer: Answer) -> str:
    """Return the one sentence that states the change from what the rule really suggests."""
    if not asked:
        return f"Nothing is left out yet: the rule suggests {answer_words(answer)}."
    return f"{_lead(evidence, asked)} {_outcome(evidence.real, answer)}."


def _outcome(real: Answer, answer: Answer) -> str:
    if not real.counted:
        return "there is nothing to count, as before"
    if not answer.counted:
        return f"nothing is left to count; on everything, the rule suggests {answer_words(real)}"
    if (answer.verdict, answer.certainty) == (real.verdict, real.certainty):
        return f"the rule's suggestion stays {answer_words(real)}"
    return f"the rule would suggest {answer_words(answer)} instead of {answer_words(real)}"


def _lead(evidence: RatedDocument, asked: Asked) -> str:
    floor = (
        f"with {_floor(evidence, asked)} read as if blinding had held," if asked.no_floor else ""
    )
    if not (asked.switches or asked.studies):
        return floor[:1].upper() + floor[1:]
    without = _without(evidence, asked)
    return f"{without} and {floor}" if floor else f"{without},"


def _floor(evidence: RatedDocument, asked: Asked) -> str:
    gone, lifted = evidence.gone(asked), evidence.lifted()
    raised = {key for key in evidence.counted.intersection(lifted) if lifted[key] - gone.keys()}
    return counted(len(raised), "study", "studies") if raised else "no study"


def _without(evidence: RatedDocument, asked: Asked) -> str:
    total = touched(evidence, asked)
    if not total:
        return "With no counted study left out"
    if len(asked.studies) == 1 and not asked.switches:
        return f"Without {evidence.labels[asked.studies[0]]}"
    studies = counted(len(total), "study", "studies") + _in_part(evidence, asked, total)
    if len(asked.switches) == 1 and not asked.studies:
        return f"Without the {studies} {SWITCHES[asked.switches[0]].phrase}"
    phrases = [_phrase(evidence, code) for code in asked.switches]
    phrases += [evidence.labels[key] for key in asked.studies]
    return f"Without {studies} ({'; '.join(phrases)})"


def _in_part(evidence: RatedDocument, asked: Asked, keys: set[str]) -> str:
    gone = evidence.gone(asked)
    left = [key for key in keys if any(one.item.id not in gone for one in evidence.studies[key])]
    if not left:
        return ""
    return (
        " (only some of its results)" if len(keys) == 1 else f" ({len(left)} of them only in part)"
    )


def _phrase(evidence: RatedDocument, code: str) -> str:
    number = len(evidence.counted.intersection(evidence.fitting(SWITCHES[code])))
    return f"{number or 'none'} {SWITCHES[code].phrase}"


def touched(evidence: RatedDocument, asked: Asked) -> set[str]:
    """Return the keys of the counted studies that lose at least one result."""
    gone = evidence.gone(asked)
    return {
        key
        for key in evidence.counted
        if any(result.item.id in gone for result in evidence.studies[key])
    }
