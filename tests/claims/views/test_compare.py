from types import SimpleNamespace

import pytest
from django.urls import reverse

from claims.models import Edition
from claims.rating.vocabulary import Step
from claims.views.claim_pair import Pair, Side, _moved
from tests.claims.views.claim_pages import text_of
from tests.people import make_accepted, make_claim, make_source

MOOD, COGNITION = "microdose-mood", "microdose-cognition"


def compare(client, **query):
    return client.get(reverse("compare"), query)


def pair(first, second):
    return Pair(*(Side(letter, Edition.objects.current().get(slug=slug)) for letter, slug in (("A", first), ("B", second))))  # fmt: skip


def test_form_offers_every_claim_twice(client, corpus):
    page = compare(client).content.decode()
    assert page.count('<option value="microdose-') == 2 * Edition.objects.current().filter(slug__startswith="microdose-").count()  # fmt: skip


def test_both_verdicts_stand_beside_each_other(client, corpus):
    words = text_of(compare(client, a=MOOD, b=COGNITION))
    assert "Possibly not so" in words
    assert "Probably not so" in words


def test_order_is_as_asked(client, corpus):
    told = compare(client, a=COGNITION, b=MOOD).context["pair"]
    assert [side.edition.slug for side in told.sides] == [COGNITION, MOOD]


def test_chosen_claims_stay_chosen(client, corpus):
    page = compare(client, a=MOOD, b=COGNITION).content.decode()
    assert f'<option value="{MOOD}" selected>' in page
    assert f'<option value="{COGNITION}" selected>' in page


def test_questions_are_those_of_the_claims(corpus):
    told = pair(MOOD, COGNITION)
    targets = [side.document["claim"]["target"]["outcomes"] for side in told.sides]
    assert [words for _, words in dict(told.questions)["What is looked at"]] == targets


def test_streams_are_counted(corpus):
    side = pair(MOOD, COGNITION).first
    assert sum(count for _, count in side.streams) == len(side.summary["studies_at"])


def test_shared_studies_count_for_both(corpus):
    told = pair(MOOD, COGNITION)
    keys = {study["key"] for study in told.first.document["studies"]} & {
        study["key"] for study in told.second.document["studies"]
    }
    assert {row["says"][0]["study"]["key"] for row in told.shared} == keys
    assert told.overlap.startswith(f"{len(keys)} studies count for both claims")


def test_shared_study_says_what_it_found_for_each(client, editor, reviewer):
    source = make_source(by=editor)
    for slug, direction in (("first", "supports"), ("second", "contradicts")):
        claim = make_claim(by=editor, slug=slug, statement=f"Claim {slug}.")
        make_accepted(by=editor, accepted_by=reviewer, claim=claim, source=source, direction=direction, outcome=f"outcome of {slug}")  # fmt: skip
    words = text_of(compare(client, a="first", b="second"))
    assert "1 study counts for both claims" in words
    assert "Outcome of first" in words
    assert "Outcome of second" in words


def test_claims_without_evidence_share_nothing(client, editor):
    for slug in ("first", "second"):
        make_claim(by=editor, slug=slug, statement=f"Claim {slug}.")
    assert "No study counts for both claims." in text_of(compare(client, a="first", b="second"))


def test_one_chain_says_how_certainty_moves(corpus):
    told = pair("microdose-dmn", "psychedelics-dmn-disruption")
    assert told.link == (
        "Along the chain, certainty drops from Low (general fact) to Very low (microdose version)."
    )


def test_steps_of_one_name_stand_side_by_side(corpus):
    told = pair(MOOD, "microdose-depression-anxiety")
    assert told.link == "Both are benefits; both stand at Low."


def test_steps_of_one_name_may_stand_apart():
    low, very_low = (
        SimpleNamespace(step=Step.BENEFIT, is_open=False, level=level, certainty=words)
        for level, words in ((1, "Low"), (0, "Very low"))
    )
    assert _moved(low, very_low) == (
        "Both are benefits; the first in the chain stands at Low, the other at Very low."
    )


def test_two_mechanisms_have_no_link(corpus):
    assert pair("microdose-dmn", MOOD).link == ""


def test_main_doubt_names_studies_not_keys(client, corpus):
    told = compare(client, a=MOOD, b=COGNITION)
    keys = set(told.context["pair"].first.document["sources"])
    assert not keys & set(text_of(told).split())


def test_same_claim_twice_asks_for_another(client, corpus):
    response = compare(client, a=MOOD, b=MOOD)
    assert response.status_code == 200
    assert "That is the same claim twice. Choose another one beside it." in text_of(response)


def test_one_claim_asks_for_the_other(client, corpus):
    assert "Choose the other claim too." in text_of(compare(client, a=MOOD, b=""))


@pytest.mark.parametrize("query", [{"a": "telepathy"}, {"a": MOOD, "b": "telepathy"}])
def test_unknown_claim_says_the_remedy(client, corpus, query):
    response = compare(client, **query)
    assert response.status_code == 400
    assert "Choose two on the page" in text_of(response)


@pytest.mark.parametrize("query", ["?c=1", "?a=microdose-mood&a=microdose-dmn", "?a=%00"])
def test_unknown_parameters_are_refused(client, corpus, query):
    assert client.get(reverse("compare") + query).status_code == 400


def test_comparison_takes_three_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        compare(client, a=MOOD, b=COGNITION)


def test_claim_list_leads_to_comparing(client, corpus):
    assert reverse("compare") in client.get("/claims/").content.decode()


def test_mechanism_offers_neighbouring_steps(client, corpus):
    page = client.get("/mechanisms/default-mode-network-modulation/").content.decode()
    assert f"{reverse('compare')}?a=psychedelics-dmn-disruption&amp;b=microdose-dmn" in page
