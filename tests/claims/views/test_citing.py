"""What goes with an edition's permanent address: its citation as files, and its card."""

import struct

import bibtexparser
import pytest
import rispy

from claims import cards

pytestmark = pytest.mark.django_db
EDITION = "/claims/a-claim/editions/1"


def test_bibtex_names_the_permanent_address(client, claim):
    response = client.get(f"{EDITION}/cite.bib")
    entry = bibtexparser.parse_string(response.content.decode()).entries[0]
    assert entry["url"] == "http://testserver/claims/a-claim/editions/1/"
    assert response["Content-Type"].startswith("application/x-bibtex")


def test_ris_names_the_permanent_address(client, claim):
    response = client.get(f"{EDITION}/cite.ris")
    (record,) = rispy.loads(response.content.decode())
    assert record["urls"] == ["http://testserver/claims/a-claim/editions/1/"]
    assert 'filename="a-claim-edition-1-citation.ris"' in response["Content-Disposition"]


@pytest.mark.parametrize("name", ["cite.bib", "cite.ris"])
def test_citation_is_not_for_search_engines(client, claim, name):
    assert client.get(f"{EDITION}/{name}")["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("name", ["cite.bib", "cite.ris", "card.png"])
def test_unknown_edition_is_not_found(client, claim, name):
    assert client.get(f"/claims/a-claim/editions/2/{name}").status_code == 404


@pytest.mark.parametrize("name", ["cite.bib", "cite.ris", "card.png"])
def test_files_of_an_edition_take_no_parameter(client, claim, name):
    assert client.get(f"{EDITION}/{name}?x=1").status_code == 400


def test_card_is_a_picture_of_the_stated_size(client, claim):
    response = client.get(f"{EDITION}/card.png")
    assert response["Content-Type"] == "image/png"
    assert struct.unpack(">II", response.content[16:24]) == (1200, 630)


def test_card_is_the_stored_one(client, claim, django_assert_num_queries):
    cards.store(claim.editions.get())
    stored = bytes(claim.editions.get().card.png)
    with django_assert_num_queries(1):
        assert client.get(f"{EDITION}/card.png").content == stored


def test_card_that_is_not_stored_is_drawn(client, claim):
    assert client.get(f"{EDITION}/card.png").content == cards.drawn(claim.editions.get())


def test_unchanged_card_is_not_sent_again(client, claim):
    tag = client.get(f"{EDITION}/card.png")["ETag"]
    again = client.get(f"{EDITION}/card.png", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert "max-age" in again["Cache-Control"]
