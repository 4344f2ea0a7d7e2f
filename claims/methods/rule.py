"""The rule in plain sentences: its words are written here, its numbers are read from the rule's own tables."""

from claims.rating import tables
from claims.rating.vocabulary import Certainty, Domain, Flag, Lean, Point, Strength
from claims.rating.wording import percent

CHANGES = (("1.0", "The first version."),)


def median():
    """Return what a weighted median is here."""
    return (
        "“Weighted median” means: put the leading studies in order and take the value at half of their"
        " weight. The leading studies are the deciding ones on the side the evidence leans to, with the"
        " mixed ones at half their weight, or all of them where it is split. An exact tie goes to the"
        " more severe value."
    )


def domain_tests():
    """Return (domain, test) for the start and each of the five domains."""
    tests = {
        Domain.START: "The weighted median of the rungs the studies' designs start at: strong is High, moderate is Moderate, weak is Low, very weak is Very low.",
        Domain.RISK_OF_BIAS: f"The weighted median of the steps for risk of bias, 0 to {max(tables.BIAS_STEP.values())}.",
        Domain.INCONSISTENCY: _inconsistency(),
        Domain.INDIRECTNESS: f"The weighted median of the steps for directness, 0 to {max(tables.DIRECTNESS_STEP.values()) + 1}.",
        Domain.IMPRECISION: _imprecision(),
        Domain.PUBLICATION_BIAS: _publication_bias(),
    }  # fmt: skip
    return list(tests.items())


def _inconsistency():
    negligible, against = percent(tables.MINORITY_NEGLIGIBLE), _part(tables.LEAN_AGAINST)
    most = tables.INCONSISTENCY_MOST
    return (
        f"The weight on the smaller side: less than {negligible} takes off nothing, from {negligible} to"
        f" {against} takes off 1, and where the evidence is split it takes off {most}. One more, but never"
        f" more than {most}, if reviews with at least half of the deciding weight report differences"
        " between their studies that they cannot explain. One study alone disagrees with nobody, unless"
        " its own results point both ways."
    )


def _imprecision():
    none, few = _thresholds(tables.IMPRECISION_PEOPLE)
    enough, two = _thresholds(tables.IMPRECISION_STUDIES)
    return (
        "Claims about an effect, an association or an occurrence: the number of people (or animals) in"
        f" the leading studies, counting {tables.PAIRED_FACTOR} for each who was their own control. {none:,} or"
        f" more take off nothing, {few:,} to {none - 1:,} take off 1, fewer take off"
        f" {tables.IMPRECISION_PEOPLE[0]}; a number that is not known counts as nobody. Claims about a"
        f" mechanism: the independent studies. {enough} or more take off nothing, {two} take off 1, one"
        f" takes off {tables.IMPRECISION_STUDIES[0]}. A review that counts stands for all its studies, or for one if their number is not known."
    )


def _publication_bias():
    return (
        "Takes off 1 if a reviewer suspects it and says why; or for a claim about an effect, where at"
        f" least {tables.SMALL_STUDIES_SUSPECT} studies decide, every one is for the claim, and each has"
        f" fewer than {tables.SMALL_STUDY} people. Otherwise nothing, which without a recorded search"
        " does not mean that there is none."
    )


def votes():
    """Return (result, vote for a claim that something happens, vote for a claim that it does not)."""
    return [
        ("Supports the claim", "for", "for"),
        ("Contradicts the claim", "against", "against"),
        ("Mixed", "half each", "half each"),
        ("No clear effect", "against", "for"),
        (
            f"No clear effect, the estimate lies “{Point.TOWARD.label.lower()}”, and no interval or"
            " test of equivalence excludes an effect that would matter (an uninformative result)",
            "half each",
            "for",
        ),
    ]


def lean_rows():
    """Return (lean, when)."""
    least, most = _part(tables.LEAN_FOR), _part(tables.LEAN_AGAINST)
    return [
        (Lean.FOR, f"{least} of the deciding weight or more is for the claim"),
        (Lean.AGAINST, f"{most} or less is for it"),
        (Lean.SPLIT, f"more than {most} and less than {least} is for it"),
    ]


def review_rules():
    """Return when a review counts and which of several does, in the order of asking."""
    limit = _part(tables.REVIEW_OVERLAP_LIMIT)
    ceiling = _strength(tables.REVIEW_OF_RETRACTED_CEILING)
    return [
        f"If studies it contains are counted here and they are fewer than {limit} of its studies, the review counts and they are only shown; if they are {limit} or more, or how many it has is not known, they count and the review is only shown.",
        "If none is recorded, nobody has compared its whole list with ours, and any counted study is as old as the review or older (or either year is not known), the review is only shown and a note says “overlap not checked”.",
        "Of several reviews of one group of overlapping reviews only one counts: the strongest, of equally strong ones the newest, of equally old ones the largest. Reviews without a group are taken as one group.",
        f"A review that counts has one vote. One that contains retracted work is at most {ceiling}.",
    ]  # fmt: skip


def raise_rows():
    """Return (what, when): each gives one level back."""
    start = Certainty(tables.CERTAINTY_WORDS[tables.RAISE_START]).label
    only = f"Only where the start is {start} or less and the five domains took off nothing; together at most {tables.RAISE_MOST} levels"
    return [
        ("Large effect", f"{only}. A reviewer marked it, with a reason, in at least {tables.LARGE_EFFECT_STUDIES} leading studies."),
        ("Dose and effect grow together", f"{only}. A reviewer marked it in at least one leading study."),
        ("Biases left would have hidden the effect", f"{only}. A reviewer marked it in every leading study."),
        ("Different materials agree", f"Only for claims about a mechanism that lean for and lost something: at least {tables.CONVERGENCE_STUDIES} supporting studies, from at least {tables.CONVERGENCE_MATERIALS} of people, animals and cells, and no study of strength weak or better that does not support it. Never above the start."),
    ]  # fmt: skip


def underpowered():
    """Return when a null is too small to say anything."""
    most = max(tables.IMPRECISION_PEOPLE.values())
    return (
        "where the leading side is nothing but uninformative results without a clear effect and"
        f" imprecision took off {most}; the certainty is then Very low"
    )


FLAGS = {
    Flag.ABSTRACT_ONLY: "every leading study was read only as an abstract",
    Flag.BIAS_NOT_ASSESSED: "nobody judged the bias of more than half of the leading weight",
    Flag.DEPENDS_ON_EXPRESSION_OF_CONCERN: "without the work under an expression of concern, the rule would suggest something else",
    Flag.DEPENDS_ON_WEIGHTS: "with one vote for each deciding study, the lean would be another",
    Flag.FRAGILE: "there are two studies or more, and without one of them the verdict would be on another side",
    Flag.NO_DIRECT_DOSE: "the claim is about microdoses and no deciding study is direct in dose, but not all leading ones used full doses",
    Flag.NO_HUMAN_EVIDENCE: "no leading study was done in people; for a claim about a mechanism only if it is about microdoses",
    Flag.NO_MICRODOSE_EVIDENCE: "the claim is about microdoses and every leading study is indirect in dose",
    Flag.REVIEW_ONLY: "one study decides, and it is a review",
    Flag.ROB_NOT_ASSESSED: "at least one counted study has no judgement of its bias; the number is given",
    Flag.SAMPLE_SIZE_MISSING: "for a counted study in people or animals the number is not known",
    Flag.SINGLE_STUDY: "the leading side is one independent study",
}  # fmt: skip


def flag_rows():
    """Return (flag, when it is set)."""
    return [(flag, FLAGS[flag]) for flag in Flag]


def _part(fraction):
    return {(1, 2): "half", (1, 3): "a third", (2, 3): "two thirds"}.get(
        (fraction.numerator, fraction.denominator), percent(fraction)
    )


def _thresholds(table):
    """Return the two numbers from which fewer levels are taken off, the larger first."""
    larger, smaller, _ = sorted(table, reverse=True)
    return larger, smaller


def _strength(rung):
    return Strength(tables.STRENGTH_WORDS[rung]).label.lower()


def changes():
    """Return (version, what changed) of the rule, the newest first."""
    return list(CHANGES)


def words():
    """Return all of it for the page."""
    return {
        "median": median(),
        "domain_tests": domain_tests(),
        "votes": votes(),
        "leans": lean_rows(),
        "review_rules": review_rules(),
        "raise_rows": raise_rows(),
        "underpowered": underpowered(),
        "flag_rows": flag_rows(),
        "changes": changes(),
    }
