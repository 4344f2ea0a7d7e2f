"""Evidence follows a merged source, and readers see it at once."""

import pytest

from claims import desk, desk_check
from claims.models import Citation, Edition, Evidence, SearchDocument
from claims.states import State
from sources.intake import library, merging, versions
from sources.models import Source
from tests.people import (
    make_accepted,
    make_assessment,
    make_claim,
    make_draft,
    make_proposed,
    make_source,
)

pytestmark = pytest.mark.django_db
WHY = "One trial report, entered twice."


@pytest.fixture
def kept(editor):
    return make_source(by=editor, key="kept2024")


@pytest.fixture
def merged(editor):
    return make_source(by=editor, key="merged2024")


def merge(kept, merged, by, **options):
    pair = [Source.objects.get(pk=source.pk) for source in (kept, merged)]
    return merging.merge(kept=pair[0], merged=pair[1], by=by, reason=WHY, **options)


def newest(claim):
    return Edition.objects.current().get(claim=claim)


def source_of(item):
    return Evidence.objects.get(pk=item.pk).source


@pytest.fixture
def item(claim, merged, editor, reviewer):
    return make_accepted(claim=claim, source=merged, by=editor, accepted_by=reviewer)


def test_accepted_item_moves_and_is_published(claim, item, kept, merged, editor):
    merge(kept, merged, editor)
    edition = newest(claim)
    assert [entry["source"] for entry in edition.document["evidence"]] == ["kept2024"]
    assert edition.cause == f"merged2024 and kept2024 are one publication, kept as kept2024: {WHY}"


def test_older_edition_keeps_the_old_key(claim, item, kept, merged, editor):
    before = newest(claim).pk
    merge(kept, merged, editor)
    assert list(Edition.objects.get(pk=before).document["sources"]) == ["merged2024"]


def test_each_claim_gets_one_edition(claim, item, kept, merged, editor, reviewer):
    for outcome in ("sleep", "pain"):
        people = {"by": editor, "accepted_by": reviewer}
        make_accepted(claim=claim, source=merged, outcome=outcome, **people)
    before = newest(claim).number
    merge(kept, merged, editor)
    assert newest(claim).number == before + 1


def put_into(state, item, editor, reviewer):
    if state == State.UNDER_REVISION:
        item.finding = "Mood rose a little."
        desk.change(evidence=item, by=editor, reason=WHY)
    elif state == State.WITHDRAWN:
        desk.withdraw(evidence=item, by=reviewer, reason=WHY)


@pytest.mark.parametrize("state", [State.ACCEPTED, State.UNDER_REVISION, State.WITHDRAWN])
def test_published_item_moves_in_every_state(claim, item, kept, merged, editor, reviewer, state):
    put_into(state, item, editor, reviewer)
    merge(kept, merged, reviewer)
    row = Evidence.objects.get(pk=item.pk)
    assert (row.source, row.state) == (kept, state)
    assert desk_check.findings(claim) == []


@pytest.mark.parametrize("make", [make_draft, make_proposed])
def test_item_that_nobody_accepted_yet_moves(claim, kept, merged, editor, make):
    item = make(claim=claim, source=merged, by=editor)
    before = newest(claim).number
    merge(kept, merged, editor)
    assert (source_of(item), newest(claim).number) == (kept, before)
    assert desk_check.findings(claim) == []


def test_move_is_in_history_and_log(claim, item, kept, merged, editor):
    merge(kept, merged, editor)
    past, line = item.history.latest(), item.log.latest()
    assert past.history_change_reason == f"Moved from merged2024. {WHY}"
    assert (line.deed, line.by, line.reason, line.edition) == ("move", editor, WHY, newest(claim))


def test_declined_revision_stays_with_the_kept_source(claim, item, kept, merged, editor, reviewer):
    put_into(State.UNDER_REVISION, item, editor, reviewer)
    merge(kept, merged, editor)
    desk.decline(evidence=item, by=reviewer, reason="Table 2 says otherwise.")
    assert source_of(item) == kept
    assert desk_check.findings(claim) == []


def test_one_outcome_on_both_is_refused_by_name(claim, item, kept, merged, editor, reviewer):
    make_accepted(claim=claim, source=kept, by=editor, accepted_by=reviewer)
    with pytest.raises(merging.InTheWay, match="“mood after a week”.*withdraw, decline") as refusal:
        merge(kept, merged, editor)
    assert all(key in str(refusal.value) for key in ("kept2024", "merged2024", str(claim)))
    assert Source.objects.unmerged().count() == 2


def test_outcome_that_readers_see_counts_as_taken(claim, item, kept, merged, editor, reviewer):
    other = make_accepted(claim=claim, source=kept, by=editor, accepted_by=reviewer)
    other.outcome = "mood after a month"
    desk.change(evidence=other, by=editor, reason="Named more exactly.")
    with pytest.raises(merging.InTheWay):
        merge(kept, merged, editor)


def test_withdrawn_twin_stays_where_it_was(claim, item, kept, merged, editor, reviewer):
    make_accepted(claim=claim, source=kept, by=editor, accepted_by=reviewer)
    put_into(State.WITHDRAWN, item, editor, reviewer)
    merge(kept, merged, editor)
    assert source_of(item) == merged
    assert desk_check.findings(claim) == []


def test_withdrawn_twin_on_the_kept_side_gives_way(claim, item, kept, merged, editor, reviewer):
    put_into(State.WITHDRAWN, item, editor, reviewer)
    draft = make_draft(claim=claim, source=kept, by=editor)
    merge(merged, kept, editor)
    assert [source_of(row).key for row in (draft, item)] == ["merged2024", "kept2024"]
    assert item.history.latest().history_change_reason == f"Moved from merged2024. {WHY}"
    assert desk_check.findings(claim) == []


@pytest.mark.parametrize("order", [1, -1])
def test_sources_with_each_an_ended_twin_are_merged_either_way(
    claim, item, kept, merged, editor, reviewer, order
):
    living = [item, make_accepted(claim=claim, source=kept, by=editor, accepted_by=reviewer,
                                  outcome="sleep")]  # fmt: skip
    for source, outcome in ((kept, item.outcome), (merged, "sleep")):
        ended = make_proposed(claim=claim, source=source, by=editor, outcome=outcome)
        desk.decline(evidence=ended, by=reviewer, reason="Table 2 says otherwise.")
    first, second = (kept, merged)[::order]
    merge(first, second, editor)
    assert {source_of(row) for row in living} == {first}
    assert Evidence.objects.filter(source=second, state=State.DECLINED).count() == 2
    assert desk_check.findings(claim) == []


def test_item_left_behind_is_not_proposed_again(claim, item, kept, merged, editor, reviewer):
    make_accepted(claim=claim, source=kept, by=editor, accepted_by=reviewer)
    put_into(State.WITHDRAWN, item, editor, reviewer)
    merge(kept, merged, editor)
    desk.reopen(evidence=item, by=editor, reason=WHY)
    with pytest.raises(desk.Undescribed, match="was merged into kept2024"):
        desk.propose(evidence=item, by=editor)


def test_results_need_a_described_source(claim, item, merged, editor):
    bare = make_source(by=editor, key="bare2024", design="", species="", dose_regime="")
    with pytest.raises(merging.InTheWay, match="take over"):
        merge(bare, merged, editor, take_over=False)
    merge(bare, merged, editor)
    assert newest(claim).document["sources"]["bare2024"]["design"] == "rct-parallel"


def test_claim_whose_review_holds_the_merged_source_is_published(
    claim, kept, merged, editor, reviewer
):
    review = make_source(
        by=editor, key="review2025", design="systematic-review", review_of="rct", includes=[merged]
    )
    make_accepted(claim=claim, source=review, by=editor, accepted_by=reviewer)
    merge(kept, merged, editor)
    record = newest(claim).document["sources"]["review2025"]
    assert record["review"]["includes"] == ["kept2024"]


def test_readers_lists_show_the_kept_one_only(item, kept, merged, editor):
    merge(kept, merged, editor)
    keys = Citation.objects.one_per_source().values_list("key", flat=True)
    found = SearchDocument.objects.filter(kind="source").values_list("key", flat=True)
    assert (list(keys), list(found)) == (["kept2024"], ["kept2024"])


def test_retraction_merged_in_puts_a_decided_claim_under_review(
    claim, item, kept, merged, editor, reviewer
):
    make_assessment(claim=claim, by=reviewer)
    library.record_notice(source=kept, kind="retraction", by=editor)
    merge(kept, merged, editor)
    fallen = newest(claim).document["headline"]["fallen"]
    assert [one["key"] for one in fallen] == ["kept2024"]


def test_assessment_is_out_of_date_after_a_merge(claim, item, kept, merged, editor, reviewer):
    make_assessment(claim=claim, by=reviewer)
    merge(kept, merged, editor)
    assert newest(claim).review_state == "stale"


def test_linked_versions_count_as_one_study(claim, item, kept, merged, editor, reviewer):
    make_accepted(claim=claim, source=kept, by=editor, accepted_by=reviewer)
    before = newest(claim)
    versions.link_versions(preprint=merged, article=kept, by=editor, reason=WHY)
    studies = [len(edition.document["studies"]) for edition in (before, newest(claim))]
    assert (studies, newest(claim).number) == ([2, 1], before.number + 1)


def test_preprint_tells_of_what_it_is_a_version(claim, item, kept, merged, editor):
    versions.link_versions(preprint=merged, article=kept, by=editor, reason=WHY)
    record = newest(claim).document["sources"]["merged2024"]
    assert record["version_of"] == {"key": "kept2024", "label": "Smith 2024"}


def test_source_without_versions_says_nothing_of_them(claim, item):
    assert "version_of" not in newest(claim).document["sources"]["merged2024"]


def test_claims_without_either_source_stay(item, kept, merged, editor, reviewer):
    other = make_claim(by=editor, slug="other", order=2)
    source = make_source(by=editor, key="else2024")
    make_accepted(claim=other, source=source, by=editor, accepted_by=reviewer)
    before = newest(other).number
    merge(kept, merged, editor)
    assert newest(other).number == before
