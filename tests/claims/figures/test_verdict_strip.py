from types import SimpleNamespace

from claims.figures.verdict_strip import BLOCK, GAP, verdict_strip


def rows(*verdicts):
    return [SimpleNamespace(verdict=verdict) for verdict in verdicts]


def test_groups_stand_in_the_order_of_verdicts():
    strip = verdict_strip(rows("insufficient", "not-supported", "supported"))
    assert [group.verdict.value for group in strip.groups] == [
        "supported",
        "not-supported",
        "insufficient",
    ]


def test_blocks_stand_side_by_side():
    group = verdict_strip(rows("contested", "contested")).groups[0]
    assert [block.x for block in group.blocks] == [0, BLOCK + GAP]
    assert group.width == 2 * BLOCK + GAP


def test_finding_counts_what_is_unknown_and_what_is_sure():
    strip = verdict_strip(rows("insufficient", "insufficient", "supported"))
    assert strip.finding == (
        "For 2 of 3 claims the answer is that we do not know; of 1 are we very confident."
    )


def test_finding_says_none():
    assert verdict_strip(rows("possibly-supported", "contested")).finding == (
        "For none of 2 claims the answer is that we do not know; of none are we very confident."
    )


def test_nothing_published_is_said():
    assert verdict_strip([]).finding == "No claim has been published yet."


def test_claims_without_a_single_verdict_stand_last():
    strip = verdict_strip(rows("under-review", "insufficient", "reviewers-disagree"))
    assert [group.verdict.value for group in strip.groups] == [
        "insufficient",
        "reviewers-disagree",
        "under-review",
    ]


def test_finding_counts_claims_without_a_single_verdict():
    strip = verdict_strip(rows("under-review", "reviewers-disagree", "under-review"))
    assert strip.finding.endswith(" 3 claims without a single verdict for now.")
