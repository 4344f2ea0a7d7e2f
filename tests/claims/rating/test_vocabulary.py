import pytest

from claims.rating import vocabulary
from claims.rating.tables import STRENGTH_LEVELS
from claims.rating.vocabulary import Certainty, Flag, ReasonCode, Strength, Verdict

# METHOD section 2, "Words for lay readers", word for word.
VERDICTS = [
    (
        "supported",
        "Supported",
        "Good studies agree on this. We are very confident.",
    ),
    (
        "probably-supported",
        "Probably supported",
        "This is probably so. The studies agree fairly well, with some weaknesses.",
    ),
    (
        "possibly-supported",
        "Possibly supported",
        "This may be so. The studies lean this way but leave real doubt.",
    ),
    (
        "contested",
        "Studies disagree",
        "Sound studies point in both directions.",
    ),
    (
        "possibly-not-supported",
        "Possibly not so",
        "This may not be so. Studies that looked mostly did not find it, but leave real doubt.",
    ),
    (
        "probably-not-supported",
        "Probably not so",
        "This is probably not so. Studies large enough to notice mostly did not find it.",
    ),
    (
        "not-supported",
        "Not so",
        "Good studies looked and did not find it. We are very confident.",
    ),
    ("insufficient", "We do not know", ""),
]
REASONS = {
    "no-evidence": "Nobody has studied this.",
    "all-retracted": "The only studies were retracted.",
    "no-countable-evidence": "There are only reviews or opinions, no countable study.",
    "very-low-certainty": "The studies are too weak to tell.",
    "no-human-evidence": "Tested in animals or cells, not in people.",
    "no-microdose-evidence": "Tested at full doses, not at microdoses.",
    "underpowered-null": "The studies found nothing but were too small to find much.",
    "inconclusive": "The results are too mixed or too imprecise to call.",
}
SIDES = {
    "supported": "for",
    "probably-supported": "for",
    "possibly-supported": "for",
    "contested": "contested",
    "possibly-not-supported": "against",
    "probably-not-supported": "against",
    "not-supported": "against",
    "insufficient": "insufficient",
}
TERMS = [
    term
    for term in vars(vocabulary).values()
    if isinstance(term, type) and issubclass(term, vocabulary.Term) and len(term)
]


def test_verdict_wording_is_that_of_the_method():
    assert [(verdict.value, verdict.label, verdict.sentence) for verdict in Verdict] == VERDICTS


@pytest.mark.parametrize(("code", "sentence"), REASONS.items())
def test_lay_sentence_of_insufficient_is_its_reason(code, sentence):
    assert vocabulary.lay_sentence("insufficient", code) == sentence


def test_only_rated_and_disagreeing_have_no_sentence_of_their_own():
    silent = {code.value for code in ReasonCode if not code.sentence}
    assert silent == {"rated", "studies-disagree"}


def test_lay_sentence_of_a_verdict_is_its_own():
    sentence = vocabulary.lay_sentence("contested", "studies-disagree")
    assert sentence == "Sound studies point in both directions."


def test_lay_sentence_refuses_an_unknown_verdict():
    with pytest.raises(ValueError, match="maybe"):
        vocabulary.lay_sentence("maybe", "rated")


@pytest.mark.parametrize(("verdict", "side"), SIDES.items())
def test_verdict_has_its_side(verdict, side):
    assert Verdict(verdict).side == side


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_every_member_has_a_label(term):
    assert all(member.label for member in term)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_choices_pair_codes_with_labels(term):
    assert term.choices() == [(member.value, member.label) for member in term]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_no_word_speaks_of_significance_or_subjects(term):
    words = " ".join(f"{member.label} {member.definition}" for member in term).lower()
    assert not any(forbidden in words for forbidden in ("significan", "subjects"))


def test_strength_rungs_are_those_of_the_ladder():
    assert {word.value: word.rung for word in Strength} == STRENGTH_LEVELS


def test_strength_bar_has_a_block_for_each_rung():
    assert [strength.symbol.count("▮") for strength in Strength] == [0, 1, 2, 3, 4]


def test_certainty_symbol_has_a_cross_for_each_level():
    assert all(level.symbol.count("⊕") == level.level for level in Certainty)


def test_direction_symbols_differ():
    assert [direction.symbol for direction in vocabulary.Direction] == ["▲", "○", "◆", "▼"]


def test_sign_of_each_risk_of_bias_differs():
    assert [level.symbol for level in vocabulary.RiskOfBias] == ["+", "~", "−", "!", "?"]


@pytest.mark.parametrize("flag", Flag, ids=str)
def test_flag_words_are_one_sentence(flag):
    words = vocabulary.flag_words(flag)
    assert words.endswith(".")
    assert words.count(".") == 1


def test_flag_words_give_the_count_of_unassessed_studies():
    words = vocabulary.flag_words("rob-not-assessed:3")
    assert words == "3 counted studies have not yet been assessed for risk of bias."


def test_flag_words_count_one_study_in_the_singular():
    words = vocabulary.flag_words("rob-not-assessed:1")
    assert words == "1 counted study has not yet been assessed for risk of bias."


def test_flag_words_name_the_studies_of_a_fragile_answer():
    words = vocabulary.flag_words("fragile", fragile_to=["Ann 2020", "Ben 2021"])
    assert words.endswith("which side the answer is on: Ann 2020, Ben 2021.")


def test_single_study_is_true_of_a_review_too():
    words = vocabulary.flag_words("single-study")
    assert words == "Only one study or review carries this answer."


def test_excluded_is_true_of_a_reviewers_override():
    assert Strength.EXCLUDED.definition == (
        "Shown, never counted: retracted, or left out by a reviewer with a reason."
    )


def test_unclear_role_blames_no_paper():
    assert vocabulary.OutcomeRole.UNCLEAR.definition == "Not known from what was read."


@pytest.mark.parametrize("level", vocabulary.Directness, ids=str)
@pytest.mark.parametrize("dimension", vocabulary.DirectnessDimension, ids=str)
def test_directness_has_one_sentence_in_every_dimension(dimension, level):
    assert vocabulary.directness_words(dimension, level).count(".") == 1


@pytest.mark.parametrize("level", vocabulary.Directness, ids=str)
def test_directness_means_something_else_in_every_dimension(level):
    words = {vocabulary.directness_words(one, level) for one in vocabulary.DirectnessDimension}
    assert len(words) == 4


def test_directness_words_refuse_an_unknown_level():
    with pytest.raises(ValueError, match="near"):
        vocabulary.directness_words("dose", "near")


def test_flag_words_refuse_an_unknown_flag():
    with pytest.raises(ValueError, match="shiny"):
        vocabulary.flag_words("shiny")
