import re
from pathlib import Path

import html5lib
import pytest
from django.conf import settings
from django.utils.html import escape

from claims.models import Edition
from claims.rating.vocabulary import Direction
from claims.views.safety import CLAIM, FOUND, TOPICS
from tests.claims.views.claim_pages import text_of
from tests.people import make_accepted, make_claim, make_source

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "claims"
ADVICE = re.compile(
    r"\bmg\b|µg|\bug\b|microgram|milligram|should take|safe dose|we recommend", re.I
)


@pytest.fixture
def risk_claim(editor):
    return make_claim(by=editor, slug=CLAIM, statement="It carries risks.", kind="occurrence")


@pytest.fixture
def add_result(risk_claim, editor, reviewer):
    def add(key, **fields):
        source = make_source(by=editor, key=key)
        return make_accepted(
            claim=risk_claim, source=source, by=editor, accepted_by=reviewer, **fields
        )

    return add


def topic(client, words):
    topics = client.get("/safety/").context["risks"].topics
    return next(one for one in topics if one["words"] == words)


@pytest.mark.usefixtures("corpus")
def test_every_result_of_the_claim_is_shown_with_its_source(client):
    page = client.get("/safety/").content.decode()
    items = Edition.objects.current().get(slug=CLAIM).document["evidence"]
    assert len(items) > 10
    for item in items:
        assert f'href="/claims/{CLAIM}/#{item["id"]}"' in page
        assert f'href="/sources/{item["source"]}/"' in page
        assert escape(item["finding"]) in page or item["finding"] in page


@pytest.mark.usefixtures("corpus")
def test_safety_links_to_the_claim_with_its_verdict(client):
    page = client.get("/safety/").content.decode()
    edition = Edition.objects.current().get(slug=CLAIM)
    assert f'<a href="/claims/{CLAIM}/">{edition.statement}</a>' in page
    assert edition.summary["verdict"]["sentence"] in page


def test_own_words_give_no_advice_on_doses():
    own = [TEMPLATES / "safety.html", *(TEMPLATES / "safety").glob("*.html")]
    assert len(own) > 3
    assert [path.name for path in own if ADVICE.search(path.read_text())] == []


@pytest.mark.usefixtures("corpus")
def test_common_advice_is_marked_as_not_ours(client):
    advice = text_of(client.get("/safety/")).partition("Before anything else")[2]
    advice = advice.partition("Before anything else")[2]
    assert advice.strip().startswith("These four points are common advice. They do not come from")


@pytest.mark.usefixtures("corpus")
def test_every_topic_is_answered_or_said_to_be_missing(client):
    page = client.get("/safety/").content.decode().partition('id="topics"')[2]
    topics = client.get("/safety/").context["risks"].topics
    empty = [one for one in topics if not one["results"] and not one["elsewhere"]]
    assert len(topics) == len(TOPICS)
    assert page.count("<strong>We hold no study on this.</strong>") == len(empty) > 0


def test_topic_without_a_study_says_so(client, add_result):
    add_result("plain2024", outcome="headache")
    found = topic(client, "taking lithium at the same time")
    assert (found["results"], found["elsewhere"]) == ([], [])


def test_topic_finds_a_result_of_the_claim(client, add_result):
    add_result("lithium2024", outcome="seizures in people who took lithium")
    (found,) = topic(client, "taking lithium at the same time")["results"]
    assert found["item"]["source"] == "lithium2024"


def test_topic_finds_a_source_of_another_claim(client, add_result, claim, editor, reviewer):
    add_result("plain2024", outcome="headache")
    source = make_source(by=editor, key="other2024", title="Mood and lithium")
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    found = topic(client, "taking lithium at the same time")
    assert [record["key"] for record in found["elsewhere"]] == ["other2024"]


def test_topic_names_other_work_beside_a_result(client, add_result, claim, editor, reviewer):
    add_result("lithium2024", outcome="seizures in people who took lithium")
    source = make_source(by=editor, key="other2024", title="Mood and lithium")
    make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer)
    found = topic(client, "taking lithium at the same time")
    assert [one["item"]["source"] for one in found["results"]] == ["lithium2024"]
    assert [record["key"] for record in found["elsewhere"]] == ["other2024"]


@pytest.mark.parametrize("words", ["Romania", "lactate", "aged 18 or older"])
def test_topic_is_not_found_inside_other_words(client, add_result, words):
    add_result("plain2024", outcome=f"headache ({words})")
    topics = client.get("/safety/").context["risks"].topics
    assert not any(one["results"] for one in topics)


def test_trial_sizes_run_from_smallest_to_largest(client, add_result):
    for key, n in (("a2024", 24), ("b2024", 80), ("c2024", 53)):
        add_result(key, n_analysed=n)
    assert client.get("/safety/").context["risks"].trial_sizes == (24, 80)


def test_directions_stand_in_the_order_of_the_harvest_plot(client, add_result):
    for number, direction in enumerate(("contradicts", "no-effect", "mixed", "supports")):
        add_result(f"a{number}2024", direction=direction)
    ways = [way.value for way, _, _ in client.get("/safety/").context["risks"].directions]
    assert ways == ["supports", "mixed", "no-effect", "contradicts"]


def test_heading_says_what_was_found_and_not_that_it_supports(client, add_result):
    add_result("a2024", direction="supports", point="toward")
    page = client.get("/safety/").content.decode()
    heading = page.partition("<h3>")[2].partition("</h3>")[0]
    assert "▲</span></span> Found a risk or a side effect" in heading


def test_every_direction_has_its_meaning():
    assert set(FOUND) == set(Direction)


def test_result_without_peer_review_says_so(client, risk_claim, editor, reviewer):
    source = make_source(by=editor, type="report", peer_reviewed=False)
    make_accepted(claim=risk_claim, source=source, by=editor, accepted_by=reviewer)
    assert "Report, not peer reviewed" in text_of(client.get("/safety/"))


def test_safety_works_with_a_claim_without_results(client, risk_claim):
    assert "No result is published for this claim yet." in text_of(client.get("/safety/"))


@pytest.mark.django_db
def test_safety_works_with_an_empty_shelf(client):
    assert "this page has no study to show" in text_of(client.get("/safety/"))


@pytest.mark.usefixtures("corpus")
def test_safety_is_valid_html(client):
    html5lib.HTMLParser(strict=True).parse(client.get("/safety/").content.decode())


@pytest.mark.usefixtures("corpus")
def test_safety_takes_four_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/safety/")


@pytest.mark.django_db
def test_safety_refuses_parameters(client):
    assert client.get("/safety/?drug=lsd").status_code == 400
