"""What the forms on a pair begin with."""

import pytest

from sources.pair_forms import MergeForm, VersionsForm
from sources.resting import Resting
from tests.people import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(editor):
    return [make_source(by=editor, key=key) for key in ("one2024", "two2024")]


def begun(form, pair, numbers=(0, 0)):
    rests = [Resting(number, f"{number} results") for number in numbers]
    answers = dict(zip((source.pk for source in pair), rests, strict=True))
    return form(pair=pair, rests=answers)


@pytest.mark.parametrize("numbers", [(0, 2), (1, 2)])
def test_source_with_more_results_is_kept(pair, numbers):
    assert begun(MergeForm, pair, numbers)["keep"].value() == str(pair[1].pk)


@pytest.mark.parametrize("numbers", [(0, 0), (2, 2)])
def test_nothing_is_chosen_between_equals(pair, numbers):
    assert begun(MergeForm, pair, numbers)["keep"].value() is None


def test_choice_says_what_tells_a_source_from_another(pair):
    (_, words), _ = begun(MergeForm, pair, (3, 0)).fields["keep"].choices
    assert words == "Smith 2024, Journal of Trials (3 results) · one2024"


def test_reviewed_one_is_the_article(pair, editor):
    preprint = make_source(by=editor, key="pre2023", type="article", peer_reviewed=False)
    form = begun(VersionsForm, [preprint, pair[0]])
    assert form["article"].value() == str(pair[0].pk)


def test_article_is_not_guessed_between_two(pair):
    assert begun(VersionsForm, pair)["article"].value() is None


def test_preprint_is_proposed_between_articles(pair):
    assert begun(VersionsForm, pair)["is_preprint"].value() is True


def test_preprint_is_not_proposed_for_a_thesis(pair, editor):
    thesis = make_source(by=editor, key="thesis2023", type="thesis")
    assert begun(VersionsForm, [thesis, pair[0]])["is_preprint"].value() is False
