"""The claim screen: the claim's own fields, and the evidence that bears on it."""

import pytest

from claims.models import Claim, Evidence
from tests.claims.admin.pages import shown, text
from tests.people import make_claim, make_draft, make_source

LIST = "/admin/claims/claim/"
NEW = {
    "slug": "new-claim",
    "statement": "Microdosing helps.",
    "article_says": "It may.",
    "mechanism": "",
    "order": 3,
    "step": "benefit",
    "kind": "effect",
    "scope": "microdose",
    "asserts": "effect",
    "target_population": "Adults",
    "target_dose": "A tenth",
    "target_comparator": "Placebo",
    "target_outcomes": "Mood",
    "outcome_groups": "tests: Creativity tests\nratings: Own ratings",
    "publication_bias_reason": "",
    "tags": "mood, acute",
}
ITEM = {
    "outcome": "sleep",
    "direction": "supports",
    "point": "toward",
    "outcome_role": "primary",
    "comparator": "placebo",
    "risk_of_bias": "not-assessed",
    "basis": "abstract",
    "finding": "They slept longer.",
}


def page(claim):
    return f"{LIST}{claim.pk}/change/"


def new_evidence(**fields):
    given = {f"evidence-2-0-{name}": value for name, value in fields.items()}
    return {"evidence-2-TOTAL_FORMS": 1, **given}


@pytest.fixture
def as_reviewer(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.mark.parametrize("address", ["", "add/", "1/change/", "1/history/", "1/delete/"])
def test_stranger_gets_nothing(client, stranger, address):
    client.force_login(stranger)
    assert client.get(LIST + address).status_code == 403


@pytest.mark.parametrize(("person", "status"), [("editor", 403), ("admin_user", 200)])
def test_add_page_is_for_administrators(client, request, person, status):
    client.force_login(request.getfixturevalue(person))
    assert client.get(f"{LIST}add/").status_code == status


def test_list_asks_as_much_for_four_rows_as_for_one(
    as_reviewer, editor, claim, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as one:
        as_reviewer.get(LIST)
    for number in range(3):
        make_claim(by=editor, slug=f"claim-{number}")
    with django_assert_max_num_queries(len(one)):
        assert as_reviewer.get(LIST).context["cl"].result_count == 4


def test_add_publishes_the_first_edition(client, admin_user):
    client.force_login(admin_user)
    client.post(f"{LIST}add/", NEW)
    claim = Claim.objects.get()
    assert claim.editions.get().document["claim"]["outcome_groups"][0]["slug"] == "tests"
    assert [tag.name for tag in claim.tags.order_by("pk")] == ["mood", "acute"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("outcome_groups", "tests", "creativity-tests: Creativity tests"),
        ("outcome_groups", "a b: Two words", "no spaces before the colon"),
        ("outcome_groups", "a: A\na: B", "slug of its own"),
        ("tags", "x" * 101, "100 characters"),
        ("statement", "a\x01b", "control characters"),
        ("mechanism", "abc", "not one of the available choices"),
        ("order", "9" * 20, "less than or equal"),
        ("order", "1000", "less than or equal to 999"),
    ],
)
def test_add_refuses_and_says_what_to_do(client, admin_user, field, value, message):
    client.force_login(admin_user)
    response = client.post(f"{LIST}add/", NEW | {field: value})
    assert message in " ".join(response.context["adminform"].form.errors[field])
    assert not Claim.objects.exists()


def test_change_publishes_with_the_reason(as_reviewer, reviewer, claim):
    sent = shown(as_reviewer, page(claim), statement="It helps.", reason="Closer to the article.")
    as_reviewer.post(page(claim), sent)
    edition = claim.editions.first()
    assert (edition.statement, edition.by) == ("It helps.", reviewer)
    assert "Closer to the article." in edition.cause


def test_change_without_a_reason_is_refused(as_reviewer, claim):
    sent = shown(as_reviewer, page(claim), statement="It helps.")
    assert "Say why" in text(as_reviewer.post(page(claim), sent))
    assert Claim.objects.get().statement == claim.statement


def test_change_keeps_the_order_of_tags(as_reviewer, editor):
    claim = make_claim(by=editor, slug="tagged", tags=["zinc", "acid"])
    sent = shown(as_reviewer, page(claim), statement="It helps.", reason="Said in fewer words.")
    as_reviewer.post(page(claim), sent)
    assert [tag.name for tag in claim.tags.order_by("pk")] == ["zinc", "acid"]


def test_change_of_a_stale_form_is_refused(as_reviewer, claim):
    stale = shown(as_reviewer, page(claim), statement="Mine.", reason="Said in fewer words.")
    as_reviewer.post(page(claim), stale | {"statement": "Theirs.", "reason": "Theirs came first."})
    response = as_reviewer.post(page(claim), stale)
    assert "rosa changed this on" in text(response)
    assert "Mine." in response.content.decode()
    assert Claim.objects.get().statement == "Theirs."


def test_publication_bias_needs_its_reason(as_reviewer, claim):
    sent = shown(as_reviewer, page(claim), publication_bias_flag="on", reason="Funnel plot.")
    assert "Say why publication bias" in text(as_reviewer.post(page(claim), sent))


def test_editor_sees_the_claim_and_adds_evidence_to_it(client, editor, claim):
    client.force_login(editor)
    response = client.get(page(claim))
    assert f"/admin/claims/evidence/add/?claim={claim.pk}" in response.content.decode()
    assert 'name="_save"' not in response.content.decode()
    assert client.post(page(claim), {"statement": "x"}).status_code == 403


def test_page_lists_evidence_with_links(
    as_reviewer, claim, source, editor, django_assert_max_num_queries
):
    make_draft(claim=claim, source=source, by=editor)
    with django_assert_max_num_queries(25) as one:
        as_reviewer.get(page(claim))
    for number in range(3):
        other = make_source(by=editor, key=f"source{number}")
        draft = make_draft(claim=claim, source=other, by=editor)
    with django_assert_max_num_queries(len(one)):
        response = as_reviewer.get(page(claim))
    assert f"/admin/claims/evidence/{draft.pk}/change/" in response.content.decode()


def test_new_evidence_is_entered_as_a_draft(as_reviewer, reviewer, claim, source):
    sent = shown(as_reviewer, page(claim)) | new_evidence(source=source.pk, **ITEM)
    response = as_reviewer.post(page(claim), sent, follow=True)
    evidence = Evidence.objects.get()
    assert (evidence.claim, evidence.state, evidence.d_dose) == (claim, "draft", "direct")
    assert evidence.extracted_by == reviewer
    assert "entered as a draft" in text(response)


def test_new_evidence_with_a_fault_stores_nothing(as_reviewer, claim, source):
    faulty = new_evidence(source=source.pk, **ITEM | {"d_dose": "indirect"})
    sent = (
        shown(as_reviewer, page(claim), statement="It helps.", reason="Said in fewer words.")
        | faulty
    )
    response = as_reviewer.post(page(claim), sent)
    assert "the method offers Direct" in text(response)
    assert Claim.objects.get().statement == claim.statement
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_is_refused_in_words(client, admin_user, claim, method):
    client.force_login(admin_user)
    response = getattr(client, method)(f"{LIST}{claim.pk}/delete/", {"post": "yes"}, follow=True)
    assert "withdraw it instead" in text(response)
    assert Claim.objects.exists()


def test_history_tells_why(as_reviewer, claim):
    for words in ("It helps.", "It helps much.", "It may help."):
        as_reviewer.post(
            page(claim), shown(as_reviewer, page(claim), statement=words, reason=f"Now: {words}")
        )
    words = text(as_reviewer.get(f"{LIST}{claim.pk}/history/"))
    assert "Now: It helps much." in words


def test_page_links_to_the_public_one(as_reviewer, claim):
    assert claim.get_absolute_url() in as_reviewer.get(page(claim)).content.decode()
