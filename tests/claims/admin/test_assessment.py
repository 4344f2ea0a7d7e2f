"""Assessing a claim in the admin: begin, keep, submit, sign, and who sees what."""

import pytest
from django.urls import reverse

from claims import reviewing
from claims.assessment_checks import DOMAINS
from claims.models import Assessment
from tests.people import make_accepted, make_assessment, make_profile, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(claim, source, editor, reviewer):
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    return claim


@pytest.fixture
def draft(judged, reviewer):
    make_profile(reviewer)
    return reviewing.begin(claim=judged, by=reviewer)


def write(draft):
    return reverse("admin:claims_assessment_write", args=[draft.pk])


def answers(draft, **changed):
    """Return a whole form as a browser sends it."""
    edition = reviewing.current_edition(draft.claim)
    given = {"seen": edition.number, "version": draft.version, "submit": "1"}
    given |= dict.fromkeys(DOMAINS, "none")
    given |= {f"{name}_reason": "Nothing to take off." for name in DOMAINS}
    given |= {
        "raised": "0",
        "verdict": "contested",
        "certainty": "low",
        "departure_reason": "The two largest trials point in different directions to my mind.",
        "lay_sentence": "Trials disagree about this.",
        "rationale": "Both trials were sound.",
        "interests": "None declared.",
    }
    return given | changed


def test_button_begins_an_assessment(client, judged, reviewer):
    client.force_login(reviewer)
    client.post(reverse("admin:claims_assessment_begin", args=[judged.pk, "independent"]))
    assert Assessment.objects.get().reviewer == reviewer


def test_link_alone_begins_nothing(client, judged, reviewer):
    client.force_login(reviewer)
    client.get(reverse("admin:claims_assessment_begin", args=[judged.pk, "independent"]))
    assert not Assessment.objects.exists()


def test_unknown_kind_is_a_bad_request(client, judged, reviewer):
    client.force_login(reviewer)
    url = reverse("admin:claims_assessment_begin", args=[judged.pk, "nonsense"])
    assert client.post(url).status_code == 400


def test_editor_is_told_who_may_assess(client, judged, editor):
    client.force_login(editor)
    url = reverse("admin:claims_assessment_begin", args=[judged.pk, "independent"])
    assert "role of a reviewer" in client.post(url, follow=True).content.decode()


def test_claim_page_offers_reviewers_to_begin(client, judged, reviewer):
    client.force_login(reviewer)
    page = client.get(reverse("admin:claims_claim_change", args=[judged.pk])).content.decode()
    assert "Begin: Independent" in page


def test_claim_page_offers_editors_nothing(client, judged, editor):
    client.force_login(editor)
    page = client.get(reverse("admin:claims_claim_change", args=[judged.pk])).content.decode()
    assert "Begin: Independent" not in page


def test_form_shows_evidence_and_suggestion(client, draft, reviewer):
    client.force_login(reviewer)
    page = client.get(write(draft)).content.decode()
    assert "Mood did not differ." in page
    assert "What the rule suggests" in page


def test_form_shows_no_other_assessment(client, draft, reviewer, second_reviewer):
    make_assessment(claim=draft.claim, by=second_reviewer, rationale="A secret thought about mood.")
    client.force_login(reviewer)
    assert "secret thought" not in client.get(write(draft)).content.decode()


def test_keeping_asks_for_nothing(client, draft, reviewer):
    client.force_login(reviewer)
    given = {"seen": 2, "version": draft.version, "keep": "1", "rationale": "So far."}
    client.post(write(draft), given)
    assert Assessment.objects.get().rationale == "So far."


def test_submitting_makes_it_public(client, draft, reviewer):
    client.force_login(reviewer)
    client.post(write(draft), answers(draft))
    assert draft.claim.editions.current().get().verdict == "contested"


def test_missing_answers_are_named_and_nothing_is_lost(client, draft, reviewer):
    client.force_login(reviewer)
    page = client.post(write(draft), answers(draft, verdict="")).content.decode()
    assert "Choose a verdict, or recuse yourself." in page
    assert "Both trials were sound." in page
    assert not Assessment.objects.submitted().exists()


def test_old_interests_are_said_on_the_form(client, judged, reviewer):
    draft = reviewing.begin(claim=judged, by=reviewer)
    client.force_login(reviewer)
    page = client.post(write(draft), answers(draft)).content.decode()
    assert "Open “My profile”" in page


def test_evidence_changed_meanwhile_is_listed(client, draft, editor, reviewer, second_reviewer):
    given = answers(draft)
    other = make_source(by=editor, key="jones2025trial", authors=[{"family": "Jones"}])
    make_accepted(claim=draft.claim, source=other, by=editor, accepted_by=second_reviewer)
    client.force_login(reviewer)
    page = client.post(write(draft), given).content.decode()
    assert "Added: Jones 2024, mood after a week." in page
    assert "Both trials were sound." in page


def test_second_submission_after_looking_is_taken(client, draft, editor, reviewer, second_reviewer):
    other = make_source(by=editor, key="jones2025trial", authors=[{"family": "Jones"}])
    make_accepted(claim=draft.claim, source=other, by=editor, accepted_by=second_reviewer)
    client.force_login(reviewer)
    client.post(write(draft), answers(draft))
    assert Assessment.objects.submitted().exists()


def test_other_window_does_not_overwrite(client, draft, reviewer):
    client.force_login(reviewer)
    client.post(write(draft), answers(draft, keep="1", submit=""))
    page = client.post(write(draft), answers(draft, rationale="Typed elsewhere.")).content.decode()
    assert "in another window" in page
    assert "Typed elsewhere." in page


def test_nobody_opens_somebody_elses_draft(client, draft, second_reviewer):
    client.force_login(second_reviewer)
    assert client.get(write(draft)).status_code == 404


def test_list_shows_no_draft_of_others(client, draft, second_reviewer):
    client.force_login(second_reviewer)
    page = client.get(reverse("admin:claims_assessment_changelist")).content.decode()
    assert "0 assessments" in page


def test_list_shows_what_is_submitted(client, judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    client.force_login(second_reviewer)
    page = client.get(reverse("admin:claims_assessment_changelist")).content.decode()
    assert "1 assessment" in page


def test_submitted_assessment_is_read_only(client, judged, reviewer):
    done = make_assessment(claim=judged, by=reviewer)
    client.force_login(reviewer)
    url = reverse("admin:claims_assessment_change", args=[done.pk])
    assert b'name="verdict"' not in client.get(url).content


def test_writing_page_of_a_submitted_one_leads_to_the_record(client, judged, reviewer):
    done = make_assessment(claim=judged, by=reviewer)
    client.force_login(reviewer)
    assert client.get(write(done)).status_code == 302


def test_consensus_is_signed_by_button(client, judged, reviewer, second_reviewer):
    make_assessment(claim=judged, by=reviewer)
    make_assessment(claim=judged, by=second_reviewer, verdict="contested", certainty="low")
    text = make_assessment(
        claim=judged, by=reviewer, kind="consensus", verdict="contested", certainty="low"
    )
    client.force_login(second_reviewer)
    page = client.get(reverse("admin:claims_claim_change", args=[judged.pk])).content.decode()
    client.post(reverse("admin:claims_assessment_sign", args=[text.pk]))
    assert "Sign the consensus" in page
    assert judged.editions.current().get().review_state == "resolved"


def test_refused_signature_says_why(client, judged, reviewer, second_reviewer):
    done = make_assessment(claim=judged, by=reviewer)
    client.force_login(second_reviewer)
    page = client.post(reverse("admin:claims_assessment_sign", args=[done.pk]), follow=True)
    assert "Only a submitted consensus is signed." in page.content.decode()


def test_stranger_is_refused(client, draft, stranger):
    client.force_login(stranger)
    assert client.get(write(draft)).status_code == 404


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


def test_old_window_stays_old_however_often_it_is_sent(client, draft, reviewer):
    client.force_login(reviewer)
    client.post(write(draft), answers(draft, keep="1", submit=""))
    page = client.post(write(draft), answers(draft))
    client.post(write(draft), answers(draft, version=page.context["stored_version"]))
    assert not Assessment.objects.submitted().exists()


def test_form_without_its_version_is_told_so(client, draft, reviewer):
    client.force_login(reviewer)
    sent = answers(draft)
    del sent["version"]
    assert "came incomplete" in client.post(write(draft), sent).content.decode()


def test_claim_page_offers_to_go_on(client, draft, reviewer):
    client.force_login(reviewer)
    page = client.get(reverse("admin:claims_claim_change", args=[draft.claim.pk])).content.decode()
    assert "Go on: Independent" in page


def test_list_hides_others_while_one_writes(client, draft, reviewer, second_reviewer):
    make_assessment(claim=draft.claim, by=second_reviewer)
    client.force_login(reviewer)
    page = client.get(reverse("admin:claims_assessment_changelist")).content.decode()
    assert "1 assessment" in page


def test_claim_page_leads_to_a_search_of_this_claim(client, judged, reviewer):
    client.force_login(reviewer)
    page = client.get(reverse("admin:claims_claim_change", args=[judged.pk])).content.decode()
    address = f"{reverse('admin:claims_searchrecord_add')}?claim={judged.pk}"
    assert address in page
    assert f'value="{judged.pk}" selected' in client.get(address).content.decode()


def test_claim_page_lets_editors_assign_nothing(client, judged, editor):
    client.force_login(editor)
    page = client.get(reverse("admin:claims_claim_change", args=[judged.pk])).content.decode()
    assert reverse("admin:claims_assignment_add") not in page
