"""The deeds that change the library."""

import datetime

import pytest

from sources.intake import library
from sources.models import Source
from tests.people import make_source

pytestmark = pytest.mark.django_db


def review(by, key, includes=()):
    return make_source(
        by=by, key=key, design="systematic-review", review_of="rct", includes=includes
    )


def test_update_needs_a_reason(source, editor):
    with pytest.raises(library.NoReason):
        library.update(source=source, by=editor, reason=" ")


def test_update_of_a_stale_form_is_refused(source, editor):
    stale = Source.objects.get(pk=source.pk)
    library.update(source=source, by=editor, reason="Title corrected.")
    with pytest.raises(library.ChangedMeanwhile):
        library.update(source=stale, by=editor, reason="Pages corrected.")


def test_update_notes_who_and_why_in_the_history(source, editor):
    library.update(source=source, by=editor, reason="Title corrected.")
    latest = source.history.latest()
    assert (latest.history_user, latest.history_change_reason) == (editor, "Title corrected.")


def test_tags_keep_their_order(editor):
    source = make_source(by=editor, tags=["trial", "mood", "anxiety"])
    library.update(source=source, by=editor, reason="Tagged.", tags=["mood", "trial"])
    assert [tag.name for tag in source.tags.order_by("taggit_taggeditem_items__pk")] == [
        "mood",
        "trial",
    ]


def test_review_does_not_include_itself(editor):
    own = review(editor, "own2020review")
    with pytest.raises(library.CircularReview):
        library.update(source=own, by=editor, reason="Contents.", includes=[own])


def test_review_does_not_include_itself_by_way_of_another(editor):
    inner = review(editor, "inner2020review")
    middle = review(editor, "middle2021review", [inner])
    outer = review(editor, "outer2022review", [middle])
    with pytest.raises(library.CircularReview, match="inner2020review"):
        library.update(source=inner, by=editor, reason="Contents.", includes=[outer])


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        (["retraction"], "retracted"),
        (["expression-of-concern"], "expression-of-concern"),
        (["correction"], "corrected"),
        (["correction", "expression-of-concern"], "expression-of-concern"),
        (["expression-of-concern", "correction"], "expression-of-concern"),
        (["retraction", "correction"], "retracted"),
        (["retraction", "reinstatement"], "published"),
        (["expression-of-concern", "retraction", "reinstatement", "correction"], "corrected"),
    ],
)
def test_status_follows_from_the_notices(source, editor, kinds, status):
    for kind in kinds:
        library.record_notice(source=source, kind=kind, by=editor)
    source.refresh_from_db()
    assert source.status == status


def test_notices_count_in_the_order_in_which_they_were_issued(source, editor):
    later, earlier = datetime.date(2025, 5, 1), datetime.date(2024, 5, 1)
    library.record_notice(source=source, kind="reinstatement", by=editor, issued_on=later)
    library.record_notice(source=source, kind="retraction", by=editor, issued_on=earlier)
    source.refresh_from_db()
    assert source.status == "published"


@pytest.mark.parametrize("known", ["design", "species", "dose_regime"])
def test_what_was_described_cannot_be_emptied(source, editor, known):
    setattr(source, known, "")
    with pytest.raises(library.Undescribed, match="can be changed, but not emptied"):
        library.update(source=source, by=editor, reason="Not sure any more.")


def test_undescribed_source_can_be_corrected_without_describing_it(editor):
    bare = make_source(by=editor, design="", species="", dose_regime="")
    bare.title = "A corrected title"
    library.update(source=bare, by=editor, reason="Title corrected.")
    assert Source.objects.get(pk=bare.pk).title == "A corrected title"
