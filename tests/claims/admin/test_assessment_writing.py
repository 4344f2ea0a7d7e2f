"""Writing an assessment in the admin: keep, submit, and what a refusal leaves."""

import pytest

from claims import reviewing
from claims.models import Assessment
from tests.claims.admin.assessment_pages import answers, write
from tests.people import make_accepted, make_assessment, make_profile, make_source

pytestmark = pytest.mark.django_db


def test_form_shows_evidence_and_suggestion(client, begun, reviewer):
    client.force_login(reviewer)
    page = client.get(write(begun)).content.decode()
    assert "Mood did not differ." in page
    assert "What the rule suggests" in page


def test_form_shows_no_other_assessment(client, begun, reviewer, second_reviewer):
    make_assessment(claim=begun.claim, by=second_reviewer, rationale="A secret thought about mood.")
    client.force_login(reviewer)
    assert "secret thought" not in client.get(write(begun)).content.decode()


def test_keeping_asks_for_nothing(client, begun, reviewer):
    client.force_login(reviewer)
    given = {"seen": 2, "version": begun.version, "keep": "1", "rationale": "So far."}
    client.post(write(begun), given)
    assert Assessment.objects.get().rationale == "So far."


def test_submitting_makes_it_public(client, begun, reviewer):
    client.force_login(reviewer)
    client.post(write(begun), answers(begun))
    assert begun.claim.editions.current().get().verdict == "contested"


def test_missing_answers_are_named_and_nothing_is_lost(client, begun, reviewer):
    client.force_login(reviewer)
    page = client.post(write(begun), answers(begun, verdict="")).content.decode()
    assert "Choose a verdict, or recuse yourself." in page
    assert "Both trials were sound." in page
    assert not Assessment.objects.submitted().exists()


def test_old_interests_are_said_on_the_form(client, judged, reviewer):
    draft = reviewing.begin(claim=judged, by=reviewer)
    client.force_login(reviewer)
    page = client.post(write(draft), answers(draft)).content.decode()
    assert "Open “My profile”" in page


def test_evidence_changed_meanwhile_is_listed(client, begun, editor, reviewer, second_reviewer):
    given = answers(begun)
    other = make_source(by=editor, key="jones2025trial", authors=[{"family": "Jones"}])
    make_accepted(claim=begun.claim, source=other, by=editor, accepted_by=second_reviewer)
    client.force_login(reviewer)
    page = client.post(write(begun), given).content.decode()
    assert "Added: Jones 2024, mood after a week." in page
    assert "Both trials were sound." in page


def test_second_submission_after_looking_is_taken(client, begun, editor, reviewer, second_reviewer):
    other = make_source(by=editor, key="jones2025trial", authors=[{"family": "Jones"}])
    make_accepted(claim=begun.claim, source=other, by=editor, accepted_by=second_reviewer)
    client.force_login(reviewer)
    client.post(write(begun), answers(begun))
    assert Assessment.objects.submitted().exists()


def test_other_window_does_not_overwrite(client, begun, reviewer):
    client.force_login(reviewer)
    client.post(write(begun), answers(begun, keep="1", submit=""))
    page = client.post(write(begun), answers(begun, rationale="Typed elsewhere.")).content.decode()
    assert "in another window" in page
    assert "Typed elsewhere." in page


def test_nobody_opens_somebody_elses_draft(client, begun, second_reviewer):
    client.force_login(second_reviewer)
    assert client.get(write(begun)).status_code == 404


def test_writing_page_of_a_submitted_one_leads_to_the_record(client, judged, reviewer):
    done = make_assessment(claim=judged, by=reviewer)
    client.force_login(reviewer)
    assert client.get(write(done)).status_code == 302


def test_stranger_is_refused(client, begun, stranger):
    client.force_login(stranger)
    assert client.get(write(begun)).status_code == 404


def test_refused_submission_keeps_what_was_typed(client, judged, reviewer):
    draft = reviewing.begin(claim=judged, by=reviewer)
    client.force_login(reviewer)
    client.post(write(draft), answers(draft))
    assert Assessment.objects.get().rationale == "Both trials were sound."


def test_refused_submission_can_be_sent_again(client, judged, reviewer):
    draft = reviewing.begin(claim=judged, by=reviewer)
    client.force_login(reviewer)
    page = client.post(write(draft), answers(draft))
    make_profile(reviewer)
    sent = answers(draft, version=page.context["stored_version"])
    client.post(write(draft), sent)
    assert Assessment.objects.submitted().exists()


def test_old_window_stays_old_however_often_it_is_sent(client, begun, reviewer):
    client.force_login(reviewer)
    client.post(write(begun), answers(begun, keep="1", submit=""))
    page = client.post(write(begun), answers(begun))
    client.post(write(begun), answers(begun, version=page.context["stored_version"]))
    assert not Assessment.objects.submitted().exists()


def test_form_without_its_version_is_told_so(client, begun, reviewer):
    client.force_login(reviewer)
    sent = answers(begun)
    del sent["version"]
    assert "came incomplete" in client.post(write(begun), sent).content.decode()
