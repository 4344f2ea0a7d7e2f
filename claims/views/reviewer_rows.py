"""What the reviewers' page tells of their work: departures from the suggestion, and agreement. Pure."""

from collections import Counter
from dataclasses import dataclass, field

from claims.rating.agreement import Agreement, agreement
from claims.rating.vocabulary import Certainty, Domain, InterestKind
from claims.rating.wording import counted

SIDES = ("against", "contested", "insufficient", "for")
LEVELS = tuple(Certainty.values())
# Landis and Koch 1977: a convention, not a finding.
WORDS = ((0.8, "almost perfect"), (0.6, "substantial"), (0.4, "moderate"), (0.2, "fair"))
COHEN = "Cohen's kappa"
CHANGING_PAIRS = "not stated: the pairs are of different people"
LOWER, HIGHER = "stricter than the rule", "milder than the rule"


@dataclass(frozen=True)
class ReviewerRow:
    """One person of the desk with the assessments that current editions carry."""

    profile: object
    assessments: list = field(default_factory=list)

    @property
    def interest_kinds(self):
        return [InterestKind(kind).label for kind in self.profile.interest_list]

    @property
    def judged(self):
        """Return the assessments that can depart: whoever recused themselves judged nothing."""
        return [one for one in self.assessments if one["suggested"]]

    @property
    def recused(self):
        return len(self.assessments) - len(self.judged)

    @property
    def departures(self):
        return [one for one in self.judged if one["departs"]]

    @property
    def ways(self):
        """Return where the departures are and which way, each with how often."""
        return [*_of_verdicts(self.departures), *_of_domains(self.departures)]


def _of_verdicts(departures):
    others = sum(one["verdict"]["code"] != one["suggested"]["verdict"] for one in departures)
    steps = [_step(one) for one in departures]
    counts = {
        "another verdict": others,
        "lower certainty": sum(step < 0 for step in steps),
        "higher certainty": sum(step > 0 for step in steps),
    }
    return [f"{words}: {_times(number)}" for words, number in counts.items() if number]


def _step(assessment):
    """Return by how many levels the certainty stands above the suggested one."""
    own = assessment["certainty"]
    return _level(own and own["code"]) - _level(assessment["suggested"]["certainty"])


def _of_domains(departures):
    counts = Counter(
        (name, LOWER if difference < 0 else HIGHER)
        for one in departures
        for name, difference in one["domains"].items()
        if difference
    )
    found = sorted(counts.items())
    return [f"{Domain(name).label.lower()}, {way}: {_times(n)}" for (name, way), n in found]


def _level(code):
    return Certainty(code).level if code else 0


def _times(number):
    return "once" if number == 1 else counted(number, "time")


def reviewer_rows(profiles, summaries):
    """Return a row for each profile with that person's assessments."""
    submitted = assessments_of(summaries)
    return [
        ReviewerRow(one, [own for own in submitted if own["reviewer"] == one.user_id])
        for one in profiles
    ]


def assessments_of(summaries):
    """Return every assessment that the summaries of current editions name."""
    return [one for summary in summaries for one in summary.get("assessments", [])]


@dataclass(frozen=True)
class Measure:
    """Agreement in one question, each coefficient in figures and by the convention."""

    label: str
    found: Agreement
    is_of_one_pair: bool

    @property
    def coefficients(self):
        return [
            self._cohen(),
            _coefficient("Pooled kappa (Scott's pi)", self.found.pooled),
            _coefficient("Gwet's AC1", self.found.ac1),
        ]

    def _cohen(self):
        """Whose margins are whose means something only if the two people are always the same."""
        if self.is_of_one_pair:
            return _coefficient(COHEN, self.found.kappa)
        return {"name": COHEN, "figure": CHANGING_PAIRS, "word": ""}

    @property
    def raw(self):
        return _figure(self.found.raw)


def measures(summaries):
    """Return the agreement on sides and on certainty over claims with two independent assessments."""
    pairs = [summary["pair"] for summary in summaries if summary.get("pair")]
    graded = [pair for pair in pairs if all(pair["certainties"])]
    sides = agreement([tuple(pair["sides"]) for pair in pairs], SIDES)
    levels = agreement([tuple(pair["certainties"]) for pair in graded], LEVELS, "quadratic")
    return [
        Measure("Verdict, as one of four sides", sides, _are_of_two_people(pairs)),
        Measure(
            "Certainty, four levels with quadratic weights", levels, _are_of_two_people(graded)
        ),
    ]


def _are_of_two_people(pairs):
    """Summaries from before do not say whose their pair is; those count as other people's."""
    people = {tuple(pair.get("people", ())) for pair in pairs}
    return len(people) == 1 and () not in people


def _coefficient(name, value):
    return {"name": name, "figure": _figure(value), "word": landis_koch(value)}


def _figure(value):
    return "not defined" if value is None else f"{value:.2f}".replace("-", "−")


def landis_koch(value):
    """Return the convention's word for a coefficient; empty where there is none."""
    if value is None:
        return ""
    return next((word for floor, word in WORDS if value > floor), "poor" if value < 0 else "slight")
