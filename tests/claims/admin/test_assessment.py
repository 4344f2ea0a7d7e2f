"""Assessments in the admin: where they begin, who signs, and who sees which."""

import pytest
from django.urls import reverse

from claims.models import Assessment
from tests.people import make_assessment

pytestmark = pytest.mark.django_db


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


def test_list_shows_no_draft_of_others(client, begun, second_reviewer):
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


def test_claim_page_offers_to_go_on(client, begun, reviewer):
    client.force_login(reviewer)
    page = client.get(reverse("admin:claims_claim_change", args=[begun.claim.pk])).content.decode()
    assert "Go on: Independent" in page


def test_list_hides_others_while_one_writes(client, begun, reviewer, second_reviewer):
    make_assessment(claim=begun.claim, by=second_reviewer)
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
