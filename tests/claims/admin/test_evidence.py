"""The evidence screen: the story from a draft to the public page, and all that stands against it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from zeal import zeal_ignore

from claims import desk
from claims.models import Edition, Evidence
from tests.claims.admin.pages import text
from tests.people import make_claim, make_draft, make_proposed, make_source

LIST = "/admin/claims/evidence/"
ADD = f"{LIST}add/"
ENTRY = {
    "outcome": "change in mood",
    "outcome_group": "",
    "direction": "supports",
    "point": "toward",
    "null_note": "",
    "outcome_kind": "self-report",
    "outcome_role": "primary",
    "n_analysed": "",
    "blinding": "",
    "correct_guess_rate": "",
    "comparator": "placebo",
    "risk_of_bias": "not-assessed",
    "rob_tool": "",
    "rob_note": "",
    "d_population": "",
    "d_dose": "",
    "d_outcome": "direct",
    "d_comparator": "",
    "directness_note": "",
    "basis": "full-text",
    "finding": "Mood rose.",
    "effect_measure": "",
    "effect_estimate": "",
    "effect_low": "",
    "effect_high": "",
    "effect_p": "",
    "effect_note": "",
    "locator": "",
    "limitations": "",
    "checked": "",
}


def page(evidence):
    return f"{LIST}{evidence.pk}/change/"


def deed_url(evidence):
    return f"{LIST}{evidence.pk}/deed/"


def present(evidence, **changes):
    """Return what the change form of `evidence` would send."""
    known = {name: getattr(evidence, name) for name in ENTRY}
    known = {name: "" if value is None else value for name, value in known.items()}
    known["checked"] = "\n".join(evidence.checked)
    known |= {"seen_version": evidence.version, "reason": "Read again."}
    return known | changes


def entry(claim, source, **changes):
    return ENTRY | {"claim": claim.pk, "source": source.pk} | changes


def errors(response):
    return dict(response.context["adminform"].form.errors)


@pytest.fixture
def as_editor(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def as_reviewer(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def draft(claim, source, editor):
    return make_draft(claim=claim, source=source, by=editor, comparator="placebo")


@pytest.fixture
def proposed(draft, editor):
    return desk.propose(evidence=draft, by=editor)


@pytest.fixture
def accepted(proposed, reviewer):
    return desk.accept(evidence=proposed, by=reviewer)


# Who may see and do what


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/", "1/delete/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize("person", ["editor", "reviewer"])
@pytest.mark.parametrize("address", ["", "add/", "{}/change/", "{}/history/"])
def test_pages_open_for_both_roles(client, request, person, address, draft):
    client.force_login(request.getfixturevalue(person))
    assert client.get(LIST + address.format(draft.pk)).status_code == 200


def test_list_shows_source_and_state(as_editor, proposed):
    words = text(as_editor.get(LIST))
    assert "Smith 2024" in words
    assert "Proposed" in words


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_editor, claim, editor, draft, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_editor.get(LIST)
    for number in range(3):
        make_draft(
            claim=make_claim(by=editor, slug=f"claim-{number}"),
            source=make_source(by=editor, key=f"source{number}"),
            by=editor,
        )
    with django_assert_max_num_queries(len(one)):
        response = as_editor.get(LIST)
    assert response.context["cl"].result_count == 4


@pytest.mark.parametrize(
    "query",
    ["q=mood", "state__exact=draft", "claim__mechanism__id__exact=1", "source__design__exact=x"],
)
def test_list_filters_and_searches(as_editor, draft, query):
    assert as_editor.get(f"{LIST}?{query}").status_code == 200


def test_only_reviewers_see_the_actions_of_reviewers(client, editor, reviewer, draft):
    client.force_login(editor)
    offered = {name for name, _ in client.get(LIST).context["action_form"].fields["action"].choices}
    assert offered == {"", "propose", "reopen"}
    client.force_login(reviewer)
    offered = {name for name, _ in client.get(LIST).context["action_form"].fields["action"].choices}
    assert offered == {"", "propose", "accept", "decline", "withdraw", "reopen"}


# Entering


def test_add_makes_a_draft_by_whoever_is_signed_in(as_editor, editor, claim, source):
    as_editor.post(ADD, entry(claim, source))
    evidence = Evidence.objects.get()
    assert (evidence.state, evidence.extracted_by) == ("draft", editor)


def test_add_takes_what_the_method_offers_and_says_so(as_editor, claim, source):
    response = as_editor.post(ADD, entry(claim, source), follow=True)
    evidence = Evidence.objects.get()
    taken = (evidence.d_population, evidence.d_dose, evidence.d_comparator, evidence.blinding)
    assert taken == ("direct", "direct", "direct", "untested")
    assert "Directness of population taken from the method: Direct." in text(response)
    assert "sample size (120) counts" in text(response)


def test_add_stores_a_dose_that_cannot_matter_as_direct(as_editor, editor, source):
    background = make_claim(by=editor, slug="background", scope="background")
    as_editor.post(ADD, entry(background, source))
    assert Evidence.objects.get().d_dose == "direct"


def test_add_ticks_paired_for_a_crossover(as_editor, editor, claim):
    crossover = make_source(by=editor, key="crossover", design="rct-crossover")
    response = as_editor.post(ADD, entry(claim, crossover), follow=True)
    assert Evidence.objects.get().paired
    assert "Paired was ticked" in text(response)


def test_add_link_of_a_claim_fills_it_in(as_editor, claim):
    response = as_editor.get(ADD, {"claim": claim.pk})
    assert f'<option value="{claim.pk}" selected>' in response.content.decode()


@pytest.mark.parametrize("value", ["abc", "9" * 20, "-1", ""])
def test_add_link_with_nonsense_fills_in_nothing(as_editor, claim, value):
    assert as_editor.get(ADD, {"claim": value, "source": value}).status_code == 200


@pytest.mark.parametrize("value", ["abc", "9" * 20, "-1"])
def test_add_refuses_a_claim_that_does_not_exist(as_editor, claim, source, value):
    response = as_editor.post(ADD, entry(claim, source) | {"claim": value, "source": value})
    assert set(errors(response)) >= {"claim", "source"}


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"d_population": "indirect"}, "directness_note", "Indirect, and the method offers Direct"),
        ({"comparator": ""}, "d_comparator", "Choose what it was compared with"),
        ({"direction": "no-effect", "null_informative": "on"}, "null_note", "which effect"),
        ({"outcome_group": "elsewhere"}, "outcome_group", "no group elsewhere; leave this empty"),
        ({"risk_of_bias": "high"}, "__all__", "Say why the risk of bias is so judged"),
        ({"null_informative": "on", "null_note": "x"}, "__all__", "Only a result of no clear"),
        ({"effect_estimate": "about 3"}, "effect_estimate", "plain number"),
        ({"correct_guess_rate": "120"}, "correct_guess_rate", "100"),
        ({"finding": "[" * 20_000}, "finding", "shorten it"),
        ({"finding": ""}, "finding", "required"),
        ({"locator": "a\x07b"}, "locator", "control characters"),
        ({"checked": "a\x00b"}, "checked", "control characters"),
        ({"direction": ""}, "direction", "required"),
        ({"basis": "hearsay"}, "basis", "not one of the available choices"),
    ],
)  # fmt: skip
def test_add_refuses_and_says_what_to_do(as_editor, claim, source, changes, field, message):
    response = as_editor.post(ADD, entry(claim, source, **changes))
    assert message in " ".join(errors(response)[field])
    assert not Evidence.objects.exists()


def test_add_asks_for_blinding_where_the_method_offers_none(as_editor, editor, claim):
    review = make_source(by=editor, key="review", design="meta-analysis", review_of="rct")
    response = as_editor.post(ADD, entry(claim, review))
    assert "offers none for this design" in errors(response)["blinding"][0]


def test_add_names_the_groups_of_the_claim(as_editor, editor, source):
    groups = [{"slug": "tests", "name": "Tests"}, {"slug": "ratings", "name": "Ratings"}]
    bundled = make_claim(by=editor, slug="bundled", outcome_groups=groups)
    response = as_editor.post(ADD, entry(bundled, source, outcome_group="test"))
    assert "choose one of tests, ratings" in errors(response)["outcome_group"][0]


def test_same_outcome_twice_is_refused(as_editor, claim, source, draft):
    response = as_editor.post(ADD, entry(claim, source, outcome=draft.outcome))
    assert "already on this claim" in " ".join(errors(response)["__all__"])


def test_script_is_shown_as_text(as_editor, claim, source):
    script = "<script>alert(1)</script>"
    as_editor.post(ADD, entry(claim, source, outcome=script, finding=script))
    evidence = Evidence.objects.get()
    for address in (LIST, page(evidence), f"{LIST}{evidence.pk}/history/"):
        assert script not in as_editor.get(address).content.decode()


def test_editor_cannot_override_the_strength(as_editor, draft):
    changes = {"strength_override": "strong", "override_reason": "x" * 50, "large_effect": "on"}
    as_editor.post(page(draft), present(draft, outcome="other words", **changes))
    draft.refresh_from_db()
    assert (draft.outcome, draft.strength_override, draft.large_effect) == (
        "other words",
        "",
        False,
    )


def test_reviewer_overrides_with_a_reason(as_reviewer, reviewer, draft):
    reason = "The planned test was changed after the data were seen, by the registry."
    changes = {"strength_override": "weak", "override_reason": reason}
    as_reviewer.post(page(draft), present(draft, **changes))
    draft.refresh_from_db()
    assert (draft.strength_override, draft.override_by) == ("weak", reviewer)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"strength_override": "weak", "override_reason": "no"}, "at least 40 characters"),
        ({"large_effect": "on"}, "Say why the evidence is rated up"),
    ],
)
def test_reviewer_gives_reasons(as_reviewer, draft, changes, message):
    response = as_reviewer.post(page(draft), present(draft, **changes))
    assert message in text(response)


# Changing


def test_change_keeps_its_reason_and_who(as_editor, editor, draft):
    as_editor.post(page(draft), present(draft, locator="Table 3", reason="Read the full text."))
    last = Evidence.objects.get().history.first()
    assert (last.locator, last.history_change_reason) == ("Table 3", "Read the full text.")
    assert last.history_user == editor


def test_change_without_a_reason_is_refused(as_editor, draft):
    response = as_editor.post(page(draft), present(draft, locator="Table 3", reason=" "))
    assert "Say why" in errors(response)["reason"][0]
    assert "Table 3" in response.content.decode()
    assert Evidence.objects.get().locator == "Table 2"


def test_change_of_nothing_stores_nothing(as_editor, accepted):
    response = as_editor.post(page(accepted), present(accepted), follow=True)
    assert "You changed nothing" in text(response)
    assert Evidence.objects.get().state == "accepted"


def test_change_of_a_stale_form_says_who_was_quicker(client, editor, reviewer, draft):
    seen = present(draft, locator="Table 9")
    client.force_login(reviewer)
    client.post(page(draft), present(draft, locator="Table 3", reason="Found in the supplement."))
    client.force_login(editor)
    response = client.post(page(draft), seen)
    assert "rosa changed this on" in text(response)
    assert "Found in the supplement." in text(response)
    assert "Table 9" in response.content.decode()
    assert Evidence.objects.get().locator == "Table 3"


@pytest.mark.parametrize("seen", ["", "x", "9" * 30])
def test_change_without_a_version_is_refused(as_editor, draft, seen):
    response = as_editor.post(page(draft), present(draft, locator="Table 3", seen_version=seen))
    assert "Nothing was saved" in text(response)


def test_change_into_another_items_outcome_is_refused(as_editor, claim, source, editor, draft):
    make_draft(claim=claim, source=source, by=editor, outcome="sleep")
    response = as_editor.post(page(draft), present(draft, outcome="sleep"))
    assert "already on this claim" in text(response)


def test_change_cannot_move_an_item_to_another_claim(as_editor, editor, draft):
    other = make_claim(by=editor, slug="other")
    as_editor.post(page(draft), present(draft, claim=other.pk, locator="Table 3"))
    assert Evidence.objects.get().claim == draft.claim


def test_change_of_an_accepted_item_leaves_the_public_page(as_editor, claim, accepted):
    before = claim.editions.count()
    response = as_editor.post(page(accepted), present(accepted, finding="Other."), follow=True)
    assert Evidence.objects.get().state == "under-revision"
    assert "keeps the accepted form" in text(response)
    assert claim.editions.count() == before


def test_revision_shows_accepted_and_present_side_by_side(as_editor, accepted):
    as_editor.post(page(accepted), present(accepted, direction="mixed", finding="Other words."))
    words = text(as_editor.get(page(accepted)))
    assert "Direction No clear effect Mixed" in words
    assert "Finding Mood did not differ. Other words." in words


# Deciding


def test_story_from_draft_to_edition(client, editor, reviewer, claim, source):
    client.force_login(editor)
    client.post(ADD, entry(claim, source))
    evidence = Evidence.objects.get()
    client.post(deed_url(evidence), {"deed": "propose", "seen_version": evidence.version})
    client.force_login(reviewer)
    evidence.refresh_from_db()
    client.post(deed_url(evidence), {"deed": "accept", "seen_version": evidence.version})
    edition = claim.editions.first()
    assert (edition.number, edition.by) == (2, reviewer)
    assert edition.document["evidence"][0]["finding"] == "Mood rose."


def test_own_extraction_is_not_accepted(as_reviewer, reviewer, claim, source):
    own = make_proposed(claim=claim, source=source, by=reviewer)
    assert "a second person accepts it" in text(as_reviewer.get(page(own)))
    response = as_reviewer.post(deed_url(own), {"deed": "accept", "seen_version": own.version})
    assert "a second person must accept it" in text(response)
    assert Evidence.objects.get().state == "proposed"


def test_decline_without_a_reason_is_refused(as_reviewer, proposed):
    sent = {"deed": "decline", "seen_version": proposed.version, "reason": " "}
    assert "Say why" in text(as_reviewer.post(deed_url(proposed), sent))
    assert Evidence.objects.get().state == "proposed"


def test_decline_with_a_reason(as_reviewer, proposed):
    sent = {"deed": "decline", "seen_version": proposed.version, "reason": "Wrong table."}
    response = as_reviewer.post(deed_url(proposed), sent, follow=True)
    assert Evidence.objects.get().state == "declined"
    assert "Wrong table." in text(response)
    assert "Wrong table." in LogEntry.objects.get().change_message


def test_decision_on_an_unseen_form_is_refused_and_keeps_the_reason(as_reviewer, proposed):
    sent = {"deed": "decline", "seen_version": proposed.version - 1, "reason": "Wrong table."}
    response = as_reviewer.post(deed_url(proposed), sent)
    assert "Somebody changed this item after you opened it" in text(response)
    assert "Wrong table." in text(response)


@pytest.mark.parametrize("deed", ["accept", "decline", "withdraw"])
def test_editor_cannot_decide(as_editor, proposed, deed):
    sent = {"deed": deed, "seen_version": proposed.version, "reason": "Because."}
    assert "You may not" in text(as_editor.post(deed_url(proposed), sent))
    assert Evidence.objects.get().state == "proposed"


@pytest.mark.parametrize("deed", ["", "enter", "x" * 10_000])
def test_unknown_deed_is_a_bad_request(as_editor, draft, deed):
    assert as_editor.post(deed_url(draft), {"deed": deed}).status_code == 400


def test_deed_on_get_is_refused(as_reviewer, proposed):
    response = as_reviewer.get(deed_url(proposed), {"deed": "accept"})
    assert response.status_code == 405
    assert Evidence.objects.get().state == "proposed"


def test_declined_item_is_shown_only_and_can_be_reopened(client, editor, reviewer, proposed):
    declined = desk.decline(evidence=proposed, by=reviewer, reason="Wrong table.")
    client.force_login(editor)
    response = client.get(page(declined))
    assert "Reopen" in text(response)
    assert 'name="_save"' not in response.content.decode()
    sent = {"deed": "reopen", "seen_version": declined.version, "reason": "Found it."}
    client.post(deed_url(declined), sent)
    assert Evidence.objects.get().state == "draft"


def test_withdrawn_item_leaves_the_count(as_reviewer, claim, accepted):
    sent = {"deed": "withdraw", "seen_version": accepted.version, "reason": "Data were shared."}
    as_reviewer.post(deed_url(accepted), sent)
    edition = Edition.objects.current().get(claim=claim)
    assert edition.document["evidence"] == []
    assert edition.document["withdrawn"][0]["reason"] == "Data were shared."


# Actions of the list


def chosen(action, *items, **extra):
    return {"action": action, "_selected_action": [item.pk for item in items], **extra}


@pytest.fixture
def four(claim, source, editor, reviewer):
    """Three proposed by the editor, and one that the reviewer wrote."""
    names = [("mood", editor), ("sleep", editor), ("pain", reviewer), ("energy", editor)]
    return [
        make_proposed(claim=claim, source=source, by=by, outcome=outcome) for outcome, by in names
    ]


def test_one_failing_item_does_not_stop_the_others(as_reviewer, four):
    with zeal_ignore():
        response = as_reviewer.post(LIST, chosen("accept", *four), follow=True)
    states = [Evidence.objects.get(pk=item.pk).state for item in four]
    assert states == ["accepted", "accepted", "proposed", "accepted"]
    assert "Smith 2024: pain: You wrote part of this item" in text(response)
    assert LogEntry.objects.count() == 3


def test_decline_asks_for_a_reason_and_lists_the_items(as_reviewer, four):
    words = text(as_reviewer.post(LIST, chosen("decline", *four[:2])))
    assert "Smith 2024: mood" in words
    assert "Smith 2024: sleep" in words
    assert not Evidence.objects.exclude(state="proposed").exists()


def test_decline_with_an_empty_reason_asks_again(as_reviewer, four):
    response = as_reviewer.post(LIST, chosen("decline", four[0], reason="  "))
    assert "Give a reason" in text(response)
    assert not Evidence.objects.exclude(state="proposed").exists()


def test_decline_action_with_a_reason(as_reviewer, four):
    with zeal_ignore():
        as_reviewer.post(LIST, chosen("decline", *four[:2], reason="Same people twice."))
    assert Evidence.objects.filter(decision_reason="Same people twice.").count() == 2


def test_propose_action(as_editor, draft):
    as_editor.post(LIST, chosen("propose", draft))
    assert Evidence.objects.get().state == "proposed"


@pytest.mark.parametrize("action", ["accept", "decline", "withdraw"])
def test_action_of_reviewers_is_refused_to_editors(as_editor, proposed, action):
    as_editor.post(LIST, chosen(action, proposed, reason="Because."))
    assert Evidence.objects.get().state == "proposed"


def test_actions_need_the_token(client, reviewer, proposed):
    client.handler.enforce_csrf_checks = True
    client.force_login(reviewer)
    assert client.post(LIST, chosen("accept", proposed)).status_code == 403
    sent = {"deed": "accept", "seen_version": proposed.version}
    assert client.post(deed_url(proposed), sent).status_code == 403
    assert Evidence.objects.get().state == "proposed"


# Nothing is deleted


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(client, admin_user, draft, method):
    client.force_login(admin_user)
    address = reverse("admin:claims_evidence_delete", args=[draft.pk])
    response = getattr(client, method)(address, {"post": "yes"}, follow=True)
    assert "withdraw it instead" in text(response)
    assert Evidence.objects.exists()


def test_delete_action_is_refused_in_words(client, admin_user, draft):
    client.force_login(admin_user)
    response = client.post(LIST, chosen("delete_selected", draft, post="yes"), follow=True)
    assert "withdraw it instead" in text(response)
    assert Evidence.objects.exists()


# History


def test_history_tells_who_and_why(as_editor, draft):
    for number in range(3):
        draft = Evidence.objects.get()
        sent = present(draft, locator=f"Table {number + 5}", reason=f"Reason {number}.")
        as_editor.post(page(draft), sent)
    words = text(as_editor.get(f"{LIST}{draft.pk}/history/"))
    assert "edith" in words
    assert "Reason 1." in words
    assert "Locator: Table 5 → Table 6" in words


def test_history_form_is_never_sent(as_editor, draft):
    record = draft.history.first()
    address = f"{LIST}{draft.pk}/history/{record.pk}/"
    assert as_editor.get(address).status_code == 302
    assert as_editor.post(address, present(draft, locator="Table 3")).status_code == 302
    assert Evidence.objects.get().locator == "Table 2"


@pytest.mark.parametrize("pk", ["abc", "9" * 20])
@pytest.mark.parametrize("address", ["change", "history"])
def test_item_that_does_not_exist_is_said_so(as_editor, pk, address):
    response = as_editor.get(f"{LIST}{pk}/{address}/", follow=True)
    assert "doesn’t exist" in text(response)


def test_accepted_item_links_to_its_public_page(as_editor, accepted):
    assert "/claims/a-claim/" in as_editor.get(page(accepted)).content.decode()
