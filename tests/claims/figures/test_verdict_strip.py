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


def test_finding_counts_in_the_verdicts_own_words():
    strip = verdict_strip(rows("insufficient", "insufficient", "supported"))
    assert strip.finding == "Of 3 claims: 1 “Supported” and 2 “We do not know”."


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
    assert strip.finding == "Of 3 claims: 1 “Reviewers disagree” and 2 “Under review”."
