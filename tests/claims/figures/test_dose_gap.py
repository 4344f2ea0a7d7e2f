from types import SimpleNamespace

from claims.figures.dose_gap import WIDTH, dose_gap


def row(scope="microdose", **doses):
    doses = {name.replace("_", "-"): count for name, count in doses.items()}
    return SimpleNamespace(scope=scope, summary={"doses": doses})


def test_bar_is_shared_out_by_number_of_studies():
    bar = dose_gap([row(microdose=1, full_dose=2, other=1)]).bars[0]
    assert [segment.width for segment in bar.segments] == [WIDTH / 4, WIDTH / 2, WIDTH / 4]
    assert [segment.x for segment in bar.segments] == [0, WIDTH / 4, 3 * WIDTH / 4]


def test_claim_without_studies_has_no_bar():
    bar = dose_gap([row()]).bars[0]
    assert (bar.total, bar.segments[0].width) == (0, 0)


def test_finding_counts_only_claims_about_microdoses():
    doses = dose_gap([row(microdose=3), row(microdose=1, other=2), row("general", full_dose=9)])
    assert doses.finding.startswith("For 1 of 2 claims about microdoses, fewer than half")
