"""Found notices meet the library: whose they are, what is new, and the deed that records them."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from claims.models import Edition
from sources.intake import library, notices
from sources.intake.found_notices import Doubt, FoundNotice
from sources.models import Notice, Source
from tests.people import make_accepted, make_source

pytestmark = pytest.mark.django_db

DOI, PMID = "10.1000/paper", "33082016"
MARCH, APRIL = datetime.date(2021, 3, 14), datetime.date(2022, 4, 1)


@pytest.fixture
def paper(editor):
    return make_source(by=editor, doi=DOI, pmid=PMID)


def found(kind="retraction", **changes):
    given = {
        "kind": kind,
        "doi": DOI,
        "pmid": "",
        "issued_on": MARCH,
        "url": f"https://doi.org/10.1000/{kind}",
        "reason": "Concerns about data",
        "reference": f"retraction-watch:{kind}",
        "where": "line 2",
    }
    return FoundNotice(**given | changes)


def record(*items, by=None):
    return notices.record(found=list(items), shelf=notices.Shelf(), by=by or notices.account())


def test_notice_is_recorded_as_it_was_found(paper):
    record(found())
    notice = Notice.objects.get()
    assert (notice.source, notice.kind, notice.issued_on, notice.url, notice.reason) == (
        paper, "retraction", MARCH, "https://doi.org/10.1000/retraction", "Concerns about data",
    )  # fmt: skip


def test_notice_is_recorded_by_an_account_nobody_can_use(paper):
    record(found())
    account = Notice.objects.get().recorded_by
    assert (account.username, account.is_active, account.has_usable_password()) == (
        "notices", False, False,
    )  # fmt: skip


def test_shelf_finds_by_doi_before_pubmed_number(paper, editor):
    make_source(by=editor, key="other2020b", doi="10.1000/other")
    assert notices.Shelf().find("10.1000/other", PMID).key == "other2020b"


def test_notice_without_doi_is_recorded_by_pubmed_number(paper):
    record(found(doi="unavailable", pmid=PMID))
    assert Source.objects.get().status == "retracted"


def test_notice_with_another_doi_is_left_to_a_person(paper):
    check = record(found(doi="10.1000/other", pmid=PMID))
    assert (check.new, Notice.objects.count()) == ([], 0)
    assert "10.1000/other, a DOI that is not the source's" in check.doubts[0]


def test_doubt_names_source_and_line(paper):
    check = record(Doubt(DOI, "", "called “removal”", "line 7"))
    assert check.doubts == ["smith2024trial: called “removal” (line 7)"]


def test_second_check_records_nothing(paper):
    record(found())
    check = record(found())
    assert (check.new, check.known, Notice.objects.count()) == ([], 1, 1)


@pytest.mark.parametrize(
    "by_hand",
    [
        {"issued_on": MARCH},
        {"url": "https://doi.org/10.1000/retraction"},
        {"url": "https://dx.doi.org/10.1000/RETRACTION"},
        {"url": "https://journal.example.org/doi/10.1000/retraction"},
    ],
)
def test_notice_recorded_by_hand_is_not_recorded_again(paper, editor, by_hand):
    library.record_notice(source=paper, kind="retraction", by=editor, **by_hand)
    assert record(found()).known == 1


@pytest.mark.parametrize(
    "by_hand",
    [
        {"kind": "retraction", "issued_on": APRIL, "url": "https://doi.org/10.1000/x-retraction"},
        {"kind": "correction", "issued_on": MARCH, "url": "https://doi.org/10.1000/retraction"},
    ],
)
def test_another_notice_by_hand_hides_none(paper, editor, by_hand):
    library.record_notice(source=paper, by=editor, **by_hand)
    assert len(record(found()).new) == 1


def test_same_notice_from_two_origins_is_recorded_once(paper):
    record(found(), found(reference="crossref:10.1000/retraction/retraction"))
    assert Notice.objects.count() == 1


def test_two_corrections_of_one_day_are_two(paper):
    record(*(found("correction", reference=f"retraction-watch:{n}", url="") for n in (1, 2)))
    assert Notice.objects.count() == 2


def test_one_notice_may_be_on_two_papers(paper, editor):
    make_source(by=editor, key="other2020b", doi="10.1000/other")
    record(found(), found(doi="10.1000/other"))
    assert Source.objects.filter(status="retracted").count() == 2


def test_reference_that_means_something_else_now_is_left_to_a_person(paper):
    record(found("expression-of-concern", reference="retraction-watch:1"))
    check = record(found(reference="retraction-watch:1"))
    assert (len(check.new), len(check.doubts)) == (0, 1)


def test_undated_notice_beside_one_of_its_kind_is_left_to_a_person(paper, editor):
    library.record_notice(source=paper, kind="retraction", by=editor, issued_on=MARCH)
    library.record_notice(source=paper, kind="reinstatement", by=editor, issued_on=APRIL)
    check = record(found(issued_on=None))
    assert (len(check.doubts), Source.objects.get().status) == (1, "published")


@pytest.mark.parametrize("day", [None, MARCH])
def test_reinstatement_of_the_same_day_counts_last(paper, day):
    record(found("reinstatement", issued_on=day), found(issued_on=day))
    assert Source.objects.get().status == "published"


@pytest.mark.parametrize("kinds", [["correction"], ["retraction", "correction"]])
def test_erratum_never_changes_whether_a_source_is_retracted(paper, kinds):
    record(*map(found, kinds))
    assert (Source.objects.get().status == "retracted") is ("retraction" in kinds)


def test_failure_in_the_middle_records_nothing(paper):
    # No reader makes a notice without a reason text; only the database can refuse it.
    with pytest.raises(IntegrityError), transaction.atomic():
        record(found("correction"), found("reinstatement", issued_on=APRIL, reason=None))
    assert not Notice.objects.exists()


def test_reference_stands_once_on_a_source(paper, editor):
    given = {"source": paper, "kind": "correction", "by": editor, "reference": "retraction-watch:1"}
    library.record_notice(**given)
    with pytest.raises(IntegrityError), transaction.atomic():
        library.record_notice(**given)


@pytest.fixture
def steps(claim, paper, editor, reviewer):
    """The claim's editions before a retraction, after it, and after the reinstatement."""
    make_accepted(claim=claim, source=paper, by=editor, accepted_by=reviewer)
    editions = [Edition.objects.current().get(claim=claim)]
    for item in (found(), found("reinstatement", issued_on=APRIL)):
        record(item)
        editions.append(Edition.objects.current().get(claim=claim))
    return editions


def test_each_notice_makes_an_edition_at_once(steps):
    assert [edition.number for edition in steps] == [2, 3, 4]


@pytest.mark.parametrize("column", ["verdict", "certainty", "fingerprint"])
def test_reinstatement_undoes_the_retraction(steps, column):
    before, between, after = (getattr(edition, column) for edition in steps)
    assert after == before != between


def test_reinstated_document_differs_in_its_notices_only(steps):
    before, _, after = (edition.document for edition in steps)
    assert len(after["sources"]["smith2024trial"].pop("notices")) == 2
    before["sources"]["smith2024trial"].pop("notices")
    assert after == before


def test_correction_leaves_the_verdict_alone(claim, paper, editor, reviewer):
    make_accepted(claim=claim, source=paper, by=editor, accepted_by=reviewer)
    before = Edition.objects.current().get(claim=claim)
    record(found("correction"))
    after = Edition.objects.current().get(claim=claim)
    assert (after.verdict, after.certainty) == (before.verdict, before.certainty)
    assert after.document["sources"]["smith2024trial"]["status"] == "corrected"
