"""The readers' form: what it takes, what it refuses in words, and that nothing of it is public."""

import io
import re
import zipfile

import pytest

from claims.models import ReaderNote
from tests.claims.note_pages import CLAIM, SOURCE, TEXT, sent, stored
from tests.claims.views.claim_pages import text_of
from tests.people import make_accepted
from tests.test_hostile_texts import HOSTILE, dangers

PUBLIC = [
    *("/", "/article/", "/methods/", "/about/", "/export/", "/claims/", "/claims/a-claim/"),
    *("/claims/a-claim.md", "/claims/a-claim/editions/", "/claims/a-claim/editions/1/"),
    *("/sources/", "/sources/smith2024trial/", "/export/claims.md", CLAIM, SOURCE),
    *(f"{CLAIM}thanks/", f"{SOURCE}thanks/"),
]


@pytest.fixture(autouse=True)
def shown(claim, source, editor, reviewer):
    """A claim whose second edition cites a source."""
    return make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)


@pytest.mark.parametrize("address", ["/claims/a-claim/", "/sources/smith2024trial/", CLAIM, SOURCE])
def test_page_has_the_form_of_its_edition(client, address):
    page = client.get(address).content.decode()
    assert page.count('<form class="note-form"') == 1
    assert '<input type="hidden" name="edition" value="2">' in page


def test_form_of_an_old_edition_names_that_edition(client):
    page = client.get("/claims/a-claim/editions/1/").content.decode()
    assert '<input type="hidden" name="edition" value="1">' in page


@pytest.mark.parametrize("address", [CLAIM, SOURCE])
def test_form_sets_no_cookie(client, address):
    client.get(address)
    client.post(address, sent(edition="2"))
    assert not client.cookies


def test_note_is_tied_to_the_edition_that_was_read(client):
    response = client.post(CLAIM, sent(edition="1", contact="ada@example.org"))
    assert (response.status_code, response.url) == (303, f"{CLAIM}thanks/")
    assert (stored().edition.number, stored().source_key) == (1, "")
    assert (stored().text, stored().contact) == (TEXT, "ada@example.org")


def test_note_on_a_source_keeps_its_key(client):
    response = client.post(SOURCE, sent(edition="2"), follow=True)
    assert response.redirect_chain == [(f"{SOURCE}thanks/", 303)]
    assert (stored().edition.number, stored().source_key) == (2, "smith2024trial")


def test_thanks_lead_back_to_the_page(client):
    assert 'href="/claims/a-claim/"' in client.get(f"{CLAIM}thanks/").content.decode()


@pytest.mark.parametrize("number", [None, "", "0", "3", "-1", "1.0", "²", "9" * 20, "1\x00", "1 "])
def test_edition_that_does_not_exist_is_refused(client, number):
    response = client.post(CLAIM, sent(edition=number))
    assert response.status_code == 400
    assert "did not say which edition you read" in text_of(response)
    assert TEXT in response.content.decode()
    assert not ReaderNote.objects.exists()


def test_edition_that_does_not_cite_the_source_is_refused(client):
    assert client.post(SOURCE, sent(edition="1")).status_code == 400


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("kind", None, "Choose one of the two."),
        ("kind", "praise", "Select a valid choice"),
        ("text", "", "This field is required"),
        ("text", "Too short", "at least 10 characters"),
        ("text", "a" * 3001, "at most 3000 characters"),
        ("text", "A bell\x07 rings in here.", "Remove the control characters"),
        ("text", "A NUL\x00 hides in here.", "Null characters"),
        ("contact", "a" * 201, "at most 200 characters"),
        ("contact", "a\x1bb", "Remove the control characters"),
    ],
)
def test_wrong_field_is_said_and_linked(client, field, value, words):
    response = client.post(CLAIM, sent(**{field: value}))
    page = response.content.decode()
    assert response.status_code == 400
    assert words in page.partition(f'id="note-{field}_error"')[2].partition("</ul>")[0]
    assert re.search(rf'aria-describedby="[^"]*note-{field}_error"', page)
    assert not ReaderNote.objects.exists()


def test_refused_form_keeps_what_was_typed(client):
    sent_form = sent(kind="error", text="Table 2 says otherwise.", contact="c" * 201)
    page = client.post(CLAIM, sent_form).content.decode()
    assert "Table 2 says otherwise." in page
    assert "c" * 201 in page
    assert 'value="error" required id="note-kind_1" checked' in page
    assert '<input type="hidden" name="edition" value="1">' in page


def test_longest_note_is_taken_with_its_lines(client):
    text = "a" * 1000 + "\r\n" + "b" * 1999
    assert client.post(CLAIM, sent(text=text)).status_code == 303
    assert stored().text == text.replace("\r\n", "\n")


def test_filled_trap_is_thanked_and_forgotten(client):
    response = client.post(CLAIM, sent(homepage="https://spam.example/"))
    assert (response.status_code, response.url) == (303, f"{CLAIM}thanks/")
    assert not ReaderNote.objects.exists()


def test_trap_is_out_of_peoples_way(client):
    line = re.search(r"<p[^>]*><label[^>]*>Leave this empty.*", client.get(CLAIM).content.decode())
    assert 'class="visually-hidden"' in line[0]
    assert 'autocomplete="off" tabindex="-1"' in line[0]


def test_sixth_note_of_an_hour_waits(client):
    for _ in range(5):
        assert client.post(CLAIM, sent()).status_code == 303
    response = client.post(SOURCE, sent(edition="2", text="A sixth note to keep."))
    assert response.status_code == 429
    assert 3590 <= int(response.headers["Retry-After"]) <= 3600
    assert "Only 5 notes an hour" in text_of(response)
    assert "A sixth note to keep." in response.content.decode()
    assert ReaderNote.objects.count() == 5


def test_another_address_may_send_meanwhile(client):
    for _ in range(5):
        client.post(CLAIM, sent())
    assert client.post(CLAIM, sent(), REMOTE_ADDR="192.0.2.7").status_code == 303


def test_address_is_stored_nowhere(client):
    client.post(CLAIM, sent(), REMOTE_ADDR="192.0.2.7")
    row = ReaderNote.objects.values().get()
    assert not [value for value in row.values() if "192.0.2.7" in str(value)]


@pytest.mark.parametrize("site", ["cross-site", "nonsense", ""])
def test_form_sent_from_another_site_is_refused(client, site):
    response = client.post(CLAIM, sent(), headers={"sec-fetch-site": site})
    assert response.status_code == 403
    assert "sent from another site" in text_of(response)
    assert TEXT not in response.content.decode()
    assert not ReaderNote.objects.exists()


@pytest.mark.parametrize("site", ["same-origin", "same-site", "none"])
def test_form_sent_from_here_is_taken(client, site):
    assert client.post(CLAIM, sent(), headers={"sec-fetch-site": site}).status_code == 303


def test_form_needs_no_csrf_token(client):
    client.handler.enforce_csrf_checks = True
    assert client.post(CLAIM, sent()).status_code == 303


@pytest.mark.parametrize("address", [CLAIM, SOURCE])
def test_form_answers_three_methods_only(client, address):
    methods = (client.put, client.delete, client.patch)
    assert {method(address).status_code for method in methods} == {405}
    assert client.head(address).status_code == 200


@pytest.mark.parametrize("address", [f"{CLAIM}thanks/", f"{SOURCE}thanks/"])
def test_thanks_are_only_read(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", ["/claims/none/note/", "/sources/none/note/"])
def test_note_on_nothing_is_not_found(client, method, address):
    assert getattr(client, method)(address).status_code == 404


@pytest.mark.parametrize("address", [CLAIM, f"{CLAIM}thanks/"])
def test_parameters_are_refused(client, address):
    assert client.get(f"{address}?edition=2").status_code == 400


def test_body_that_is_no_form_is_refused(client):
    assert client.post(CLAIM, b"\xff\xfe{", content_type="application/json").status_code == 400
    assert client.post(CLAIM, b"x", content_type="multipart/form-data").status_code == 400


@pytest.mark.parametrize("change", [{"contact": "a" * 201}, {"edition": ""}])
def test_hostile_note_comes_back_as_text(client, change):
    page = client.post(CLAIM, sent(text=HOSTILE) | change).content.decode()
    assert dangers(page) == []
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("address", PUBLIC)
def test_nothing_of_a_note_is_public(client, address):
    words = {"text": "Xylophone-in-the-text", "contact": "xylophone@example.org"}
    assert client.post(CLAIM, sent(**words)).status_code == 303
    response = client.get(address)
    assert response.status_code == 200
    assert "xylophone" not in response.content.decode().lower()


def test_archive_holds_nothing_of_a_note(client):
    before = archive(client)
    client.post(CLAIM, sent(text="Xylophone-in-the-text"))
    assert archive(client) == before


def archive(client):
    body = b"".join(client.get("/export/markdown.zip"))
    with zipfile.ZipFile(io.BytesIO(body)) as files:
        return [(name, files.read(name)) for name in files.namelist()]
