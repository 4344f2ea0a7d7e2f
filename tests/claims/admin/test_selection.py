"""What is ticked in a list of the admin may be anything in a form made by hand."""

import pytest

LISTS = [
    "claims/evidence",
    "claims/claim",
    "claims/mechanism",
    "claims/edition",
    "claims/assessment",
    "claims/searchrecord",
    "claims/profile",
    "claims/assignment",
    "claims/readernote",
    "sources/source",
    "auth/user",
    "auth/group",
]


@pytest.mark.parametrize("number", ["x", "\x00", "9" * 20, "-1", "1.5", "", "١"])
@pytest.mark.parametrize("action", ["withdraw", "delete_selected", ""])
@pytest.mark.parametrize("place", LISTS)
def test_row_that_cannot_exist_is_refused_in_words(client, admin_user, place, action, number):
    client.force_login(admin_user)
    sent = {"action": action, "_selected_action": ["1", number], "index": "0"}
    response = client.post(f"/admin/{place}/", sent)
    assert response.status_code == 400
    assert "open the list and tick again" in response.content.decode()


@pytest.mark.parametrize("place", LISTS)
def test_row_that_does_not_exist_is_no_fault(client, admin_user, place):
    client.force_login(admin_user)
    sent = {"action": "withdraw", "_selected_action": "9" * 18, "index": "0"}
    assert client.post(f"/admin/{place}/", sent, follow=True).status_code == 200
