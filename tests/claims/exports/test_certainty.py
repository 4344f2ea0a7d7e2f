import pytest

from claims.exports.certainty import how_certain
from claims.exports.gaps import gaps
from claims.models import Edition


@pytest.fixture
def receptors(corpus):
    return Edition.objects.current().get(slug="serotonin-receptor-action").document


def domains(document):
    rows = [line for line in how_certain(document).splitlines() if line.startswith("|")][2:]
    return [row.strip("| ").split(" | ")[:2] for row in rows]


def test_the_table_goes_from_the_start_to_the_result(receptors):
    assert domains(receptors) == [
        ["Start", "High"],
        ["Risk of bias", "−1"],
        ["Inconsistency", "0"],
        ["Indirectness", "0"],
        ["Imprecision", "0"],
        ["Publication bias", "0"],
        ["Raised for", "+1"],
        ["Limit", "−1"],
        ["Limit", "0"],
        ["Result", "**Moderate**"],
    ]


def test_the_levels_lead_to_the_certainty(editions):
    for edition in editions:
        steps = edition.document["suggestion"]["steps"]
        assert ["Result", f"**{edition.document['certainty']['label']}**"] == domains(
            edition.document
        )[-1]
        assert len(domains(edition.document)) >= len(steps) + 1


def test_what_would_change_it_is_said(mood):
    text = how_certain(mood.document)
    assert (
        "Suggested by rule 1.0: Possibly not so, Low. Reviewers: nobody yet. Deciding studies:"
        in text
    )
    assert (
        "Leaving out any one of these studies would change the side: Cavanna et al. 2022;" in text
    )
    assert "One study, one vote: would point both ways." in text


def test_without_evidence_nothing_is_rated(claim):
    document = claim.editions.get().document
    assert domains(document) == [["Result", "**Not rated**"]]
    assert "Would it change? Nothing is counted" in how_certain(document)
    assert "Everything: there is no evidence item." in gaps(document)


def test_gaps_are_counted_from_the_evidence(receptors):
    text = gaps(receptors)
    assert "- Dose: 6 of 11 results come from full doses, none from microdoses." in text
    assert (
        "- Funding: not recorded for 9 of 11 sources; competing interests not recorded for 11 of them."
        in text
    )
    assert len(text.splitlines()) == 2 + 5


def test_what_was_not_entered_is_not_said_to_be_absent(receptors):
    assert "Whether expectations were measured is recorded for 0 of 11 results." in gaps(receptors)
    assert "was measured for none" not in gaps(receptors)


def test_expectations_that_were_measured_are_counted(receptors):
    receptors["evidence"][0]["expectancy_measured"] = True
    assert "Whether expectations were measured is recorded for 1 of 11 results." in gaps(receptors)


def test_a_microdose_claim_says_how_far_the_doses_are(mood):
    assert "15 are squarely in the dose range of the claim." in gaps(mood.document)
