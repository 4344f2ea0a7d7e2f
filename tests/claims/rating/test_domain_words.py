import pytest

from claims.rating.certainty import suggest
from claims.rating.items import Question
from tests.claims.rating.bodies import MOOD, both_ways, make_review, make_trial, make_trials, words

RECEPTOR = Question(slug="receptor", kind="mechanism", scope="general")


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (make_trials(1), "Inconsistency, 0: cannot be judged from one study."),
        (make_trials(1, direction="mixed"), "Inconsistency, −2: the one study points both ways."),
        ([make_review()], "Inconsistency, 0: cannot be judged from one review."),
        (make_trials(2), "Inconsistency, 0: both studies that decide point the same way."),
        (make_trials(), "Inconsistency, 0: all 3 studies that decide point the same way."),
        (both_ways(), "Inconsistency, −2: half of the weight is on each side."),
    ],
)
def test_inconsistency_is_told_for_few_studies(items, said):
    assert words("inconsistency", items) == said


def test_unexplained_differences_are_counted_without_a_key():
    items = [make_review("r1", inconsistent_inside=True), *make_trials(1)]
    assert words("inconsistency", items) == (
        "Inconsistency, −1: both studies that decide point the same way; 1 review found"
        " differences inside that are not explained."
    )


def test_unexplained_differences_keep_the_key_of_the_review():
    items = [make_review("r1", inconsistent_inside=True), *make_trials(1)]
    steps = suggest(MOOD, items).steps
    assert next(s.studies for s in steps if s.domain == "inconsistency") == ("review:r1",)


def test_split_evidence_has_people_on_both_sides_together():
    assert words("imprecision", both_ways()) == (
        "Imprecision, −1: 300 people on both sides together; 400 or more wanted."
    )


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (
            make_trials(1, n_analysed=None),
            "the number of people is not known in the study that carries the answer; 400 or more wanted.",
        ),
        (
            make_trials(2, n_analysed=None, species="rat"),
            "the number of animals is not known in any of the 2 studies that carry the answer; 400 or more wanted.",
        ),
        (
            [*make_trials(1), make_trial("x", n_analysed=None)],
            "150 people count towards the answer, and the size of 1 study is not known; 400 or more wanted.",
        ),
        (make_trials(1, n_analysed=1), "1 person counts towards the answer; 400 or more wanted."),
        (make_trials(1, n_analysed=0), "no people count towards the answer; 400 or more wanted."),
        (
            make_trials(1, design="in-vitro", n_analysed=12),
            "12 samples count towards the answer; 400 or more wanted.",
        ),
        (
            [make_trial("a", n_analysed=75), make_trial("b", n_analysed=75, species="rat")],
            "150 people and animals count towards the answer; 400 or more wanted.",
        ),
    ],
)  # fmt: skip
def test_imprecision_never_counts_what_is_not_known(items, said):
    assert words("imprecision", items).partition(": ")[2] == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (make_trials(1), "Imprecision, −2: 1 independent study carries the answer; 3 or more wanted."),
        (make_trials(3), "Imprecision, 0: 3 independent studies carry the answer."),
        (both_ways(), "Imprecision, −1: 2 independent studies on both sides together; 3 or more wanted."),
        (
            [make_review()],
            "Imprecision, −2: 1 independent study carries the answer, where a review of unknown size counts as one; 3 or more wanted.",
        ),
    ],
)  # fmt: skip
def test_imprecision_of_a_mechanism_counts_studies(items, said):
    assert words("imprecision", items, RECEPTOR) == said


def test_publication_bias_speaks_of_the_deciding_studies():
    survey = make_trial("z", design="cross-sectional", direction="contradicts")
    assert words("publication bias", [*make_trials(n_analysed=90), survey]) == (
        "Publication bias, −1: all 3 deciding studies are for the claim and each has fewer than"
        " 100 people."
    )


def test_convergence_names_the_materials_that_converge():
    cells = {"design": "in-vitro", "species": "cell-culture", "d_population": "partial"}
    items = [*make_trials(1, d_dose="partial"), make_trial("c", **cells), make_trial("d", **cells)]
    assert words("raised for", items, RECEPTOR) == (
        "Raised for, +1: people and cells, studied apart, point the same way."
    )


def test_convergence_takes_materials_from_all_supporting_studies():
    weak = make_trial("w", design="cross-sectional", species="rat", n_analysed=5)
    items = [*make_trials(2, d_dose="partial"), weak]
    assert words("raised for", items, RECEPTOR) == (
        "Raised for, +1: people and animals, studied apart, point the same way."
    )


def test_review_of_unknown_size_is_not_called_one_study():
    assert words("limit", [make_review(n_analysed=900)]) == (
        "At most Moderate: one review with an unknown number of studies."
    )


def test_limit_of_one_study_says_so():
    assert words("limit", make_trials(1, n_analysed=500)) == (
        "At most Moderate: one independent study."
    )


@pytest.mark.parametrize(
    ("count", "fields", "question", "said"),
    [
        (2, {"n_analysed": 30}, MOOD, "the studies found nothing but were too small to find much."),
        (1, {"n_analysed": None}, MOOD, "the study found nothing, and how large it was is not known."),
        (1, {}, RECEPTOR, "the study found nothing, but one study is too few to rule a mechanism out."),
    ],
)  # fmt: skip
def test_nulls_that_settle_little_say_why(count, fields, question, said):
    items = make_trials(count, direction="no-effect", **fields)
    assert suggest(question, items).steps[-1].words == f"Very low: {said}"
