"""The queue: one waiting item at a time, and no wrong step."""

import pytest

from claims import desk
from claims.models import Evidence
from tests.claims.admin.pages import text
from tests.people import make_proposed

QUEUE = "/admin/claims/evidence/queue/"
REASON = "The numbers are those of Table 3."


@pytest.fixture
def three(claim, source, editor):
    return [
        make_proposed(claim=claim, source=source, by=editor, outcome=f"mood on day {day}")
        for day in (1, 2, 3)
    ]


def sent(item, deed, **fields):
    return {"item": item.pk, "seen_version": item.version, "deed": deed, "reason": ""} | fields


def state(item):
    return Evidence.objects.get(pk=item.pk).state


def shown(response):
    return response.context["item"]


def test_queue_shows_claim_reference_finding_and_log(as_reviewer, proposed):
    page = text(as_reviewer.get(QUEUE))
    for words in ("Microdosing does something.", "Smith A.", "Mood did not differ.", "propose"):
        assert words in page


def test_queue_shows_what_a_revision_changes_and_why(as_reviewer, accepted, second_reviewer):
    accepted.finding = "Mood fell."
    desk.change(evidence=accepted, by=second_reviewer, reason=REASON)
    response = as_reviewer.get(QUEUE)
    assert ("Finding", "Mood did not differ.", "Mood fell.") in response.context["differences"]
    assert REASON in text(response)


def test_accepting_leads_to_the_next(as_reviewer, three):
    response = as_reviewer.post(QUEUE, sent(three[0], "accept"), follow=True)
    assert (state(three[0]), shown(response)) == ("accepted", three[1])


def test_declining_leads_to_the_next(as_reviewer, three):
    response = as_reviewer.post(QUEUE, sent(three[0], "decline", reason=REASON), follow=True)
    assert (state(three[0]), shown(response)) == ("declined", three[1])


def test_next_passes_over(as_reviewer, three):
    first = as_reviewer.get(QUEUE)
    assert shown(as_reviewer.get(first.context["next_url"])) == three[1]


def test_decided_item_does_not_bring_passed_ones_back(as_reviewer, three):
    response = as_reviewer.post(QUEUE, sent(three[1], "accept"), follow=True)
    assert shown(response) == three[2]


def test_end_tells_what_was_passed_over(as_reviewer, three):
    page = text(as_reviewer.get(QUEUE, {"after": three[2].pk}))
    assert "3 items that you passed over still wait." in page


def test_empty_queue_says_so(as_reviewer):
    assert "Nothing waits for you." in text(as_reviewer.get(QUEUE))


def test_own_item_is_not_shown(as_reviewer, reviewer, claim, source):
    make_proposed(claim=claim, source=source, by=reviewer)
    assert shown(as_reviewer.get(QUEUE)) is None


def test_own_item_is_refused_if_sent(as_reviewer, reviewer, claim, source):
    own = make_proposed(claim=claim, source=source, by=reviewer)
    response = as_reviewer.post(QUEUE, sent(own, "accept"), follow=True)
    assert "a second person must accept it" in text(response)
    assert state(own) == "proposed"


def test_decline_without_a_reason_stays_here(as_reviewer, three):
    response = as_reviewer.post(QUEUE, sent(three[1], "decline"))
    assert "Say why" in text(response)
    assert (state(three[1]), shown(response)) == ("proposed", three[1])


def test_accept_with_a_reason_is_asked_about(as_reviewer, proposed):
    response = as_reviewer.post(QUEUE, sent(proposed, "accept", reason=REASON))
    assert state(proposed) == "proposed"
    assert "Press Decline, or empty the field" in text(response)
    assert response.context["reason"] == REASON


def test_item_changed_meanwhile_is_shown_again(as_reviewer, proposed):
    seen = sent(proposed, "decline", reason=REASON)
    proposed.finding = "Mood fell."
    desk.change(evidence=proposed, by=proposed.extracted_by, reason="Read again in Table 2.")
    page = text(as_reviewer.post(QUEUE, seen))
    assert "Somebody changed this item after you opened it" in page
    assert REASON in page
    assert state(proposed) == "proposed"


def test_item_decided_meanwhile_is_left_behind(as_reviewer, second_reviewer, three):
    desk.accept(evidence=three[0], by=second_reviewer)
    response = as_reviewer.post(QUEUE, sent(three[0], "accept"), follow=True)
    assert "cannot be put through" in text(response)
    assert shown(response) == three[1]


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 30])
def test_odd_places_begin_the_queue(as_reviewer, proposed, after):
    assert shown(as_reviewer.get(QUEUE, {"after": after})) == proposed


@pytest.mark.parametrize(
    "odd", [{"deed": "withdraw"}, {"deed": ""}, {"item": "x"}, {"item": "9" * 30}]
)
def test_odd_forms_are_bad_requests(as_reviewer, proposed, odd):
    assert as_reviewer.post(QUEUE, sent(proposed, "accept") | odd).status_code == 400


def test_unknown_item_is_not_found(as_reviewer, proposed):
    unknown = {"item": proposed.pk + 1}
    assert as_reviewer.post(QUEUE, sent(proposed, "accept") | unknown).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_queue_is_not_for_editors(as_editor, proposed, method):
    assert getattr(as_editor, method)(QUEUE).status_code == 403


def test_number_of_queries_is_fixed(as_reviewer, three, django_assert_max_num_queries):
    as_reviewer.get(QUEUE)
    with django_assert_max_num_queries(20):
        as_reviewer.get(QUEUE)


def test_access_keys_work_without_script(as_reviewer, proposed):
    page = as_reviewer.get(QUEUE).content.decode()
    assert all(f'accesskey="{key}"' in page for key in "adn")
