"""The pages of the admin run under the site's strict policy, without a word on the console."""

import pytest

MODELS = [
    "sources/source",
    "claims/mechanism",
    "claims/claim",
    "claims/evidence",
    "claims/edition",
    "auth/user",
    "auth/group",
]
WRITTEN_BY_HAND = [model for model in MODELS if model != "claims/edition"]


@pytest.fixture
def quiet(administrator):
    """The administrator's desk, on whose pages nothing may be complained about."""
    administrator.watch.take()
    yield administrator
    complaints = administrator.watch.take()
    assert not complaints, "\n".join(complaints)


def test_front_page_of_the_desk_is_quiet(quiet):
    assert quiet.page.goto("/admin/").status == 200


def test_change_of_password_is_quiet(quiet):
    assert quiet.page.goto("/admin/password_change/").status == 200


@pytest.mark.parametrize(
    "page",
    ["sources/source/duplicates", "claims/evidence/queue", "claims/profile/mine", "two-factor"],
)
def test_page_of_its_own_is_quiet(quiet, page):
    assert quiet.page.goto(f"/admin/{page}/").status == 200


@pytest.mark.parametrize("model", ["assessment", "searchrecord", "assignment", "readernote"])
def test_list_of_the_desk_is_quiet(quiet, model):
    assert quiet.page.goto(f"/admin/claims/{model}/").status == 200


@pytest.mark.parametrize("model", MODELS)
def test_list_is_quiet(quiet, model):
    assert quiet.page.goto(f"/admin/{model}/?q=a").status == 200


@pytest.mark.parametrize("model", WRITTEN_BY_HAND)
def test_form_to_add_is_quiet(quiet, model):
    assert quiet.page.goto(f"/admin/{model}/add/").status == 200


@pytest.mark.parametrize("model", MODELS)
def test_page_of_a_row_is_quiet(quiet, model):
    assert quiet.first_in_list(model).endswith("/change/")


@pytest.mark.parametrize("model", MODELS)
def test_history_is_quiet(quiet, model):
    quiet.first_in_list(model)
    quiet.page.get_by_role("link", name="History").click()
    quiet.page.wait_for_url("**/history/")


def test_error_of_a_form_is_quiet(quiet):
    quiet.page.goto("/admin/claims/evidence/add/")
    quiet.press("Save")
    assert "Please correct the errors below." in quiet.messages


def test_question_for_a_reason_is_quiet(quiet):
    quiet.page.goto("/admin/claims/evidence/?state__exact=accepted")
    quiet.page.locator("input.action-select").first.check()
    quiet.page.locator("select[name=action]").select_option("withdraw")
    quiet.press("Go")
    assert quiet.page.get_by_label("Reason").is_visible()


def test_new_line_on_a_claim_has_a_working_autocomplete(quiet):
    quiet.first_in_list("claims/claim")
    quiet.page.get_by_role("button", name="Add another New evidence item").click()
    quiet.look_up("evidence-2-0-source", "szigeti 2021", "Szigeti et al. 2021")
