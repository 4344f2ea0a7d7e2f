import datetime
import re

import pytest

from claims import desk
from claims.exports.evidence import evidence_tables
from claims.exports.references import references
from claims.models import Edition
from sources.intake import library
from sources.models import Source
from tests.people import make_accepted, make_source


def cells(text, heading):
    part = text.split(f"### {heading}\n")[1].split("\n### ")[0]
    rows = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [row.strip("| ").split(" | ") for row in rows]


def test_every_item_stands_in_one_table(editions):
    for edition in editions:
        text = evidence_tables(edition.document)
        rows = [
            row
            for name in ("Counted", "Shown, not counted", "Excluded")
            for row in cells(text, name)
        ]
        assert len(rows) == len(edition.document["evidence"]), edition.slug
        assert all(len(row) == 8 for row in cells(text, "Counted"))


def test_the_strongest_studies_come_first(mood):
    rungs = [
        row[5].split()[0].count("▮") for row in cells(evidence_tables(mood.document), "Counted")
    ]
    assert rungs[0] == max(rungs)
    assert rungs[-1] == min(rungs)


def test_papers_of_one_study_say_that_they_have_one_vote(mood):
    text = evidence_tables(mood.document)
    assert re.search(
        r"Murray et al\. 2022 \\\[\d+\\\]; one study, one vote with Glazer et al\. 2023 \\\[\d+\\\]",
        text,
    )


def test_reasons_name_reviews_and_not_keys(corpus):
    edition = Edition.objects.current().get(slug="inflammation-mental-health")
    text = evidence_tables(edition.document)
    assert "Counted inside the review Eggerstorfer et al. 2022." in text


@pytest.fixture
def retracted(corpus, editor):
    library.record_notice(
        source=Source.objects.get(key="szigeti2021selfblinding"),
        kind="retraction",
        by=editor,
        issued_on=datetime.date(2026, 1, 5),
        url="https://example.org/notice",
        reason="Errors in the data",
    )
    return Edition.objects.current().get(slug="microdose-mood").document


def test_retracted_work_is_excluded_with_its_notice(retracted):
    item, reason = cells(evidence_tables(retracted), "Excluded")[0]
    assert item.startswith("Szigeti et al. 2021")
    assert (
        "Retraction, 2026-01-05. Errors in the data. [Notice](https://example.org/notice)" in reason
    )


def test_a_reference_is_marked_as_retracted(retracted):
    (line,) = [line for line in references(retracted).splitlines() if "eLife" in line]
    assert line.endswith(r"\[RETRACTED, [notice](https://example.org/notice)\]")


def test_withdrawn_items_say_why(claim, editor, reviewer):
    evidence = make_accepted(
        claim=claim, source=make_source(by=editor), by=editor, accepted_by=reviewer
    )
    desk.withdraw(evidence=evidence, by=reviewer, reason="Entered for the wrong claim")
    (row,) = cells(evidence_tables(claim.editions.latest().document), "Excluded")
    assert row[0] == "Smith 2024: mood after a week"
    assert row[1].endswith("Entered for the wrong claim.")


def test_references_are_numbered_as_the_evidence_cites_them(mood):
    lines = references(mood.document).splitlines()[2:]
    assert [line.partition(".")[0] for line in lines] == [str(place) for place in range(1, 15)]
    assert lines[1].startswith("2. Cavanna F, Muller S,")
    assert "*Translational Psychiatry* 2022;12(1):307. doi:[10.1038/s41398-022-02039-0]" in lines[1]
