from django.urls import reverse

from claims.methods import examples, sources
from claims.methods.criticisms import CRITICISMS


def test_twenty_objections_are_numbered():
    assert [one.number for one in CRITICISMS] == list(range(1, 21))


def test_every_objection_has_its_own_name():
    assert len({one.name for one in CRITICISMS}) == len(CRITICISMS)


def test_every_reference_is_among_the_sources():
    assert {code for one in CRITICISMS for code in one.references} <= sources.codes()


def test_links_lead_to_what_exists(client, db):
    """Every address answers and every fragment is the id of something on its page."""
    for words, name, fragment in {link for one in CRITICISMS for link in one.links}:
        page = client.get(reverse(name))
        assert page.status_code == 200, words
        assert not fragment or f'id="{fragment}"' in page.content.decode(), (words, fragment)


def test_examples_named_are_examples():
    numbers = {one["number"] for one in examples.examples()}
    named = {link[2] for one in CRITICISMS for link in one.links if link[1] == "methods_examples"}
    assert named <= numbers


def test_switch_that_is_promised_exists(client, corpus):
    response = client.get("/claims/microdose-mood/?without=blinding-floor")
    assert response.status_code == 200
    assert "switch" in next(one for one in CRITICISMS if one.number == 8).answer


def test_what_does_not_exist_is_not_promised():
    told = {one.number: one.answer for one in CRITICISMS}
    assert "does not exist yet" in told[16]
    assert "nothing here does it on a schedule" in told[19]
