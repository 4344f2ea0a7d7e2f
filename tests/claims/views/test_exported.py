"""What a list that is taken away is made of, and what it says of that."""

import json

import pytest
from django.utils.timezone import localdate

from claims.models import Citation, Claim
from tests.people import make_accepted, make_source

pytestmark = pytest.mark.usefixtures("corpus")


def text_of(response):
    return b"".join(response.streaming_content).decode()


def text_at(client, address, name):
    return text_of(client.get(f"{address}&format={name}"))


def test_gap_map_names_the_editions_of_its_own_claims(client):
    found = json.loads(text_at(client, "/?mechanism=enhanced-neuroplasticity", "json"))
    told = {one["claim"] for one in found["statement"]["editions"]}
    assert told == {row["claim"] for row in found["gap-map"]}


def test_what_is_overdue_says_on_which_day(client):
    told = json.loads(text_at(client, "/overdue/?", "json"))["statement"]
    assert told["list"] == f"overdue on {localdate()}"


def test_search_for_nothing_has_no_words_for_a_filter(client):
    assert json.loads(text_at(client, "/search/?", "json"))["statement"]["filters"] == []


@pytest.mark.parametrize("name", ["csv", "json", "bibtex"])
def test_list_on_its_way_holds_what_it_counted_whatever_is_published_meanwhile(
    client, editor, reviewer, name
):
    before = text_at(client, "/sources/?", name)
    response = client.get(f"/sources/?format={name}")
    claim = Claim.objects.get(slug="microdose-mood")
    source = make_source(by=editor)
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    assert Citation.objects.one_per_source().filter(key=source.key).exists()
    assert text_of(response) == before
