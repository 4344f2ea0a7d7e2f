import pytest

from claims.rating.items import Item, Question
from claims.rating.studies import fold

MOOD = Question(slug="microdose-mood", kind="effect", scope="microdose")


def make_item(id, **fields):
    plain = {
        "id": id,
        "source": id,
        "direction": "supports",
        "design": "rct-parallel",
        "n_analysed": 60,
        "blinding": "intact",
        "risk_of_bias": "low",
        "year": 2020,
    }
    return Item(**plain | fields)


def make_review(id="review", **fields):
    return make_item(id, design="meta-analysis", review_of="rct", year=2025, **fields)


def keys(*items):
    return [study.key for study in fold(MOOD, items).studies]


def test_results_of_one_study_are_one_vote():
    items = [make_item("a", study="trial"), make_item("b", study="trial")]
    assert keys(*items) == ["trial"]


def test_results_that_differ_vote_half_each():
    items = [make_item("a", study="t"), make_item("b", study="t", direction="contradicts")]
    (study,) = fold(MOOD, items).studies
    assert (study.vote, study.direction) == ("half", "mixed")


def test_null_and_contradiction_of_one_study_vote_against():
    items = [
        make_item("a", study="t", direction="contradicts"),
        make_item("b", study="t", direction="no-effect", point="away"),
    ]
    assert fold(MOOD, items).studies[0].vote == "against"


def test_primary_outcome_speaks_for_the_study():
    items = [
        make_item("a", study="t", direction="contradicts"),
        make_item("b", study="t", outcome_role="primary"),
    ]
    assert fold(MOOD, items).studies[0].vote == "for"


def test_number_is_the_largest_never_the_sum():
    items = [make_item("a", study="t"), make_item("b", study="t", n_analysed=90)]
    assert fold(MOOD, items).studies[0].n == 90


def test_imprecise_null_that_leans_the_claims_way_is_half_a_vote():
    item = make_item("a", direction="no-effect", point="toward")
    assert fold(MOOD, [item]).studies[0].vote == "half"


def test_informative_null_votes_against_wherever_it_points():
    item = make_item("a", direction="no-effect", point="toward", null_informative=True)
    assert fold(MOOD, [item]).studies[0].vote == "against"


def test_review_of_mostly_other_studies_stands_for_them():
    review = make_review(n_studies=12, includes=("a",), includes_checked=True)
    assert keys(make_item("a"), review) == ["review:review"]


def test_study_inside_a_counted_review_is_shown_with_the_reason():
    review = make_review(n_studies=12, includes=("a",), includes_checked=True)
    shown_only = fold(MOOD, [make_item("a"), review]).shown_only
    assert shown_only == {"a": "Counted inside the review review."}


@pytest.mark.parametrize("n_studies", [2, None])
def test_review_of_studies_counted_here_is_shown_only(n_studies):
    review = make_review(n_studies=n_studies, includes=("a",), includes_checked=True)
    assert keys(make_item("a"), review) == ["a"]


def test_review_with_unchecked_overlap_is_shown_only():
    assert keys(make_item("a"), make_review(n_studies=40)) == ["a"]


def test_unchecked_overlap_is_noted():
    folded = fold(MOOD, [make_item("a"), make_review(n_studies=40)])
    assert folded.notes == ("overlap not checked: review",)


def test_unchecked_review_counts_beside_newer_studies_only():
    assert keys(make_item("a", year=2026), make_review()) == ["a", "review:review"]


def test_unknown_year_may_be_as_old_as_the_review():
    assert keys(make_item("a", year=None), make_review()) == ["a"]


def test_one_review_of_an_overlap_group_counts():
    older = make_review("older", includes_checked=True, n_studies=5)
    weaker = make_review("weaker", includes_checked=True, risk_of_bias="high")
    assert keys(older, weaker) == ["review:older"]


def test_study_inside_an_outranked_review_is_told_which_counts():
    taking = make_review("taking", n_studies=12, includes=("a",), risk_of_bias="high")
    best = make_review("best", n_studies=20, includes_checked=True)
    shown_only = fold(MOOD, [make_item("a"), taking, best]).shown_only
    assert shown_only["a"] == "Taken up by the review taking, for which best counts instead."


def test_study_inside_two_reviews_is_told_of_the_one_that_counts():
    outranked = make_review("y", n_studies=12, includes=("a",), risk_of_bias="high")
    best = make_review("b", n_studies=20, includes=("a",))
    shown_only = fold(MOOD, [make_item("a"), outranked, best]).shown_only
    assert shown_only["a"] == "Counted inside the review b."


def test_review_of_studies_counted_here_names_them_by_source():
    review = make_review(n_studies=1, includes=("NCT1",))
    shown_only = fold(MOOD, [make_item("a", study="NCT1"), review]).shown_only
    assert shown_only["review"] == "1 of its 1 study is counted here one by one: a."


def test_review_does_not_say_that_its_studies_count_when_another_review_stands_for_them():
    small = make_review("small", n_studies=2, includes=("a", "b"))
    large = make_review("large", n_studies=12, includes=("a",))
    shown_only = fold(MOOD, [make_item("a"), make_item("b"), small, large]).shown_only
    assert shown_only["small"] == "2 of its 2 studies are also entered here: a and b."


def test_review_of_unknown_size_says_so():
    shown_only = fold(MOOD, [make_item("a"), make_review(includes=("a",))]).shown_only
    assert shown_only["review"] == (
        "1 of its studies (how many it has is not known) is counted here one by one: a."
    )


def test_reviews_of_different_groups_both_count():
    one = make_review("one", includes_checked=True, overlap_group="a")
    two = make_review("two", includes_checked=True, overlap_group="b")
    assert keys(one, two) == ["review:one", "review:two"]


def test_review_with_retracted_work_inside_is_at_most_weak():
    review = make_review(
        includes=("bad",), includes_checked=True, n_analysed=900, included_rob="low"
    )
    bad = make_item("bad", status="retracted")
    assert fold(MOOD, [review, bad]).studies[0].strength == "weak"


def test_retracted_work_is_excluded_with_the_reason():
    folded = fold(MOOD, [make_item("a", status="retracted")])
    assert folded.excluded == {"a": "Retracted or withdrawn: shown, never counted."}
