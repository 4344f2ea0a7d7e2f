"""Two records of a review become one, with what both include; a review is no study inside it."""

import pytest

from sources.intake import library, merging
from sources.models import Source
from tests.people import make_source

pytestmark = pytest.mark.django_db
WHY = "One review, entered twice."


@pytest.fixture
def studies(editor):
    return [make_source(by=editor, key=f"study{number}") for number in (1, 2)]


@pytest.fixture
def make_review(editor):
    def make(key, **fields):
        return make_source(by=editor, key=key, **{"design": "systematic-review", **fields})

    return make


def merge(kept, merged, by, **options):
    pair = [Source.objects.get(pk=source.pk) for source in (kept, merged)]
    return merging.merge(kept=pair[0], merged=pair[1], by=by, reason=WHY, **options)


@pytest.mark.parametrize("order", [1, -1])
def test_review_and_a_study_inside_it_are_two(make_review, studies, editor, order):
    review = make_review("review2025", includes=studies)
    Source.objects.filter(pk=studies[0].pk).update(design="")
    with pytest.raises(merging.NotOne, match="review2025 includes study1"):
        merge(*[review, studies[0]][::order], editor)
    assert review.includes.count() == 2


@pytest.mark.parametrize("order", [1, -1])
def test_review_and_another_study_are_two(make_review, studies, editor, order):
    with pytest.raises(merging.NotOne, match="review2025 is described as a review and study1"):
        merge(*[make_review("review2025"), studies[0]][::order], editor)


def test_what_both_include_is_united(make_review, studies, editor):
    one, other = (make_review(f"review{n}", includes=[studies[n]]) for n in (0, 1))
    merge(one, other, editor)
    assert set(one.includes.all()) == set(studies)


def test_what_a_review_includes_is_not_lost_to_a_bare_record(make_review, studies, editor):
    bare = make_review("bare2025", design="", species="", dose_regime="")
    review = make_review("review2025", includes=studies)
    with pytest.raises(merging.NotOne, match="let it take over"):
        merge(bare, review, editor, take_over=False)
    merge(bare, review, editor)
    assert bare.includes.count() == 2


@pytest.mark.parametrize(
    ("kept", "merged", "is_checked"),
    [
        ((True, [0, 1]), (False, [1]), True),
        ((True, [0]), (False, [1]), False),
        ((True, [0]), (True, [1]), False),
        ((False, []), (True, [0, 1]), True),
        ((False, [0]), (False, [0]), False),
    ],
)
def test_united_list_is_checked_if_somebody_compared_all_of_it(
    make_review, studies, editor, kept, merged, is_checked
):
    rows = [
        make_review(f"review{n}", includes_checked=checked, includes=[studies[at] for at in inside])
        for n, (checked, inside) in enumerate((kept, merged))
    ]
    merge(*rows, editor)
    assert Source.objects.get(pk=rows[0].pk).includes_checked == is_checked


def test_notices_without_address_and_with_other_reasons_are_two(studies, editor):
    for source, reason in zip(studies, ("Dose in Table 1.", "Name of an author."), strict=True):
        library.record_notice(source=source, kind="correction", by=editor, reason=reason)
    merge(*studies, editor)
    assert studies[0].notices.count() == 2


def test_notices_with_one_address_are_one(studies, editor):
    for source, reason in zip(studies, ("Dose in Table 1.", ""), strict=True):
        library.record_notice(
            source=source, kind="correction", by=editor, reason=reason, url="https://example.org/n"
        )
    merge(*studies, editor)
    assert studies[0].notices.count() == 1
