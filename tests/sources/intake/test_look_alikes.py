"""Which look-alikes still wait for somebody to decide."""

import pytest

from sources.intake import merging, versions
from sources.intake.look_alikes import look_alikes
from tests.people import make_source

pytestmark = pytest.mark.django_db
WHY = "Looked at both in full text."


@pytest.fixture
def pair(editor):
    return [make_source(by=editor, key=key, title="Mood under LSD") for key in ("one", "two")]


def test_look_alikes_wait(pair):
    assert look_alikes() == [(*pair, "same title")]


def test_pair_told_apart_is_left_out(pair, editor):
    merging.tell_apart(one=pair[0], other=pair[1], by=editor, reason=WHY)
    assert look_alikes() == []


def test_pair_stays_told_apart_when_one_is_merged(pair, editor):
    merging.tell_apart(one=pair[0], other=pair[1], by=editor, reason=WHY)
    kept = make_source(by=editor, key="zero", title="Mood under LSD")
    merging.merge(kept=kept, merged=pair[0], by=editor, reason=WHY)
    assert look_alikes() == []


def test_merged_source_is_left_out(pair, editor):
    merging.merge(kept=pair[0], merged=pair[1], by=editor, reason=WHY)
    assert look_alikes() == []


def test_versions_of_one_study_are_left_out(pair, editor):
    article = make_source(by=editor, key="article", title="Mood under LSD")
    for preprint in pair:
        versions.link_versions(preprint=preprint, article=article, by=editor, reason=WHY)
    assert look_alikes() == []


def test_look_alikes_take_two_queries(pair, editor, django_assert_num_queries):
    make_source(by=editor, key="three", title="Mood under LSD")
    with django_assert_num_queries(2):
        assert len(look_alikes()) == 3
