"""Two sources become one, or are told apart."""

import datetime

import pytest

from sources.intake import library, merging
from sources.models import Notice, Source, ToldApart
from tests.people import make_source

pytestmark = pytest.mark.django_db
WHY = "One trial report, entered twice."


@pytest.fixture
def kept(editor):
    return make_source(by=editor, key="kept2024", volume="", tags=["mood"])


@pytest.fixture
def merged(editor):
    return make_source(
        by=editor, key="merged2024", doi="10.1000/one", volume="14", tags=["trial", "mood"]
    )


def merge(kept, merged, by, **options):
    return merging.merge(kept=kept, merged=merged, by=by, reason=WHY, **options)


def stored(source):
    return Source.objects.get(pk=source.pk)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("doi", "10.1000/x"),
        ("pmid", "38622150"),
        ("pmcid", "PMC11018829"),
        ("registration", "NCT04558294"),
    ],
)
def test_merge_moves_an_identifier_that_is_lacking(kept, editor, name, value):
    merged = make_source(by=editor, key="merged2024", **{name: value})
    merge(kept, merged, editor)
    assert [getattr(stored(row), name) for row in (kept, merged)] == [value, ""]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("doi", ("10.1000/a", "10.1000/b")),
        ("pmid", ("1", "2")),
        ("pmcid", ("PMC1", "PMC2")),
    ],
)
def test_merge_refuses_two_identifiers_of_one_kind(editor, name, values):
    pair = [
        make_source(by=editor, key=f"paper{place}", **{name: value})
        for place, value in enumerate(values)
    ]
    with pytest.raises(merging.NotOne, match=f"its own {name.upper()}.*link them as versions"):
        merge(*pair, editor)
    assert Source.objects.unmerged().count() == 2


def test_merge_keeps_a_second_registration_where_it_was(editor):
    kept, merged = (
        make_source(by=editor, key=f"paper{number}", registration=f"NCT0000000{number}")
        for number in (1, 2)
    )
    merge(kept, merged, editor)
    assert [stored(row).registration for row in (kept, merged)] == ["NCT00000001", "NCT00000002"]


def test_merged_row_stays_with_its_fields_and_history(kept, merged, editor):
    merge(kept, merged, editor)
    row = stored(merged)
    assert (row.merged_into, row.title, row.volume) == (kept, merged.title, "14")
    assert [past.history_change_reason for past in row.history.all()] == [
        f"Merged into kept2024. {WHY}",
        "Added to the library.",
    ]


def test_kept_row_says_in_its_history_what_was_merged(kept, merged, editor):
    merge(kept, merged, editor)
    past = kept.history.exclude(history_change_reason="").latest()
    assert past.history_change_reason == f"merged2024 was merged into this source. {WHY}"
    assert past.history_user == editor


@pytest.mark.parametrize(("take_over", "volume"), [(True, "14"), (False, "")])
def test_merge_fills_what_is_empty_if_it_is_asked_to(kept, merged, editor, take_over, volume):
    merge(kept, merged, editor, take_over=take_over)
    assert stored(kept).volume == volume


def test_merge_overwrites_nothing(kept, editor):
    merged = make_source(by=editor, key="merged2024", sample_size=7, title="Another title")
    merge(kept, merged, editor)
    assert (stored(kept).sample_size, stored(kept).title) == (120, kept.title)


def test_merge_unites_the_tags(kept, merged, editor):
    merge(kept, merged, editor)
    assert sorted(kept.tags.names()) == ["mood", "trial"]


def test_retraction_of_either_stays_with_the_kept_one(kept, merged, editor):
    library.record_notice(source=merged, kind="retraction", by=editor)
    merge(kept, stored(merged), editor)
    assert stored(kept).status == "retracted"
    assert Notice.objects.get().source == kept


def test_one_notice_on_both_is_one_notice_on_the_kept_one(kept, merged, editor):
    day = datetime.date(2025, 3, 1)
    for source in (kept, merged):
        library.record_notice(source=source, kind="correction", by=editor, issued_on=day)
    merge(kept, merged, editor)
    assert (kept.notices.count(), Notice.objects.count()) == (1, 2)


def test_review_names_the_kept_one_instead(kept, merged, editor):
    review = make_source(by=editor, key="review2025", design="systematic-review", includes=[merged])
    merge(kept, merged, editor)
    assert list(review.includes.all()) == [kept]
    assert review.history.latest().includes.count() == 1


def test_merge_refuses_to_make_a_review_include_itself(editor):
    merged = make_source(by=editor, key="merged2024", design="systematic-review")
    review = make_source(by=editor, key="inner2025", design="systematic-review", includes=[merged])
    kept = make_source(by=editor, key="outer2025", design="systematic-review", includes=[review])
    with pytest.raises(library.CircularReview):
        merge(kept, merged, editor)
    assert stored(merged).merged_into is None


def test_merge_in_a_chain_leads_to_the_last(kept, merged, editor):
    last = make_source(by=editor, key="last2024")
    merge(kept, merged, editor)
    merge(last, stored(kept), editor)
    assert {stored(row).merged_into for row in (kept, merged)} == {last}


@pytest.mark.parametrize("place", [0, 1])
def test_merged_source_is_not_merged_again(kept, merged, editor, place):
    merge(kept, merged, editor)
    pair = [kept, make_source(by=editor, key="third2024")]
    pair[place] = stored(merged)
    with pytest.raises(library.WasMerged, match="was merged into kept2024"):
        merge(*pair, editor)


def test_merged_source_is_not_changed(kept, merged, editor):
    merge(kept, merged, editor)
    with pytest.raises(library.WasMerged, match="open kept2024"):
        library.update(source=stored(merged), by=editor, reason="Title corrected.")
    with pytest.raises(library.WasMerged):
        library.record_notice(source=merged, kind="retraction", by=editor)


def test_merge_refuses_a_source_and_itself(kept, editor):
    with pytest.raises(merging.NotOne, match="choose two"):
        merge(kept, kept, editor)


def test_merge_needs_a_reason(kept, merged, editor):
    with pytest.raises(library.NoReason, match="at least 10 characters"):
        merging.merge(kept=kept, merged=merged, by=editor, reason="same")


def test_merge_refuses_what_changed_meanwhile(kept, merged, editor):
    seen = stored(merged)
    merged.pages = "1-9"
    library.update(source=merged, by=editor, reason="Pages.")
    with pytest.raises(library.ChangedMeanwhile, match="merged2024 was changed"):
        merge(kept, seen, editor)


def test_study_that_says_nothing_gives_way(kept, editor):
    merged = make_source(by=editor, key="merged2024", study="nct04558294")
    merge(kept, merged, editor)
    assert stored(kept).study == "nct04558294"


def test_study_that_companions_share_wins(editor):
    kept = make_source(by=editor, key="kept2024", study="trial-a")
    merged = make_source(by=editor, key="merged2024", study="trial-b")
    make_source(by=editor, key="companion2024", study="trial-b")
    merge(kept, merged, editor)
    assert stored(kept).study == "trial-b"


def test_merge_refuses_to_part_companions(editor):
    pair = [make_source(by=editor, key=f"paper{name}", study=name) for name in "ab"]
    for name in "ab":
        make_source(by=editor, key=f"companion{name}", study=name)
    with pytest.raises(merging.NotOne, match="one study first"):
        merge(*pair, editor)


def test_pair_is_told_apart_with_a_reason(kept, merged, editor):
    merging.tell_apart(one=merged, other=kept, by=editor, reason="Part one and part two.")
    told = ToldApart.objects.get()
    assert {told.one, told.other, told.reason} == {kept, merged, "Part one and part two."}


def test_telling_apart_needs_a_reason(kept, merged, editor):
    with pytest.raises(library.NoReason):
        merging.tell_apart(one=kept, other=merged, by=editor, reason=" ")
