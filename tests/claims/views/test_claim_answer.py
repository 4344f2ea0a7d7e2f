"""What the page of a claim answers, and in which order."""

import re
from html import unescape

from django.utils.timezone import localdate

from claims.models import Edition
from tests.claims.views.claim_pages import address, current, text_of


def test_question_stands_under_the_claim(client, corpus):
    words = text_of(client.get(address())).partition("To bear in mind")[0]
    assert "The question In adults: does about a tenth of a recreational dose or less" in words


def test_answer_is_one_sentence_with_day_and_address(client, corpus):
    edition, today = current(), localdate()
    assert (
        f"As of {today.day} {today:%B %Y}, the evidence on “Microdosing produces subtle shifts in mood"
        " by acting on serotonin receptors” is rated “Possibly not so” by our rule (low certainty; automatic"
        " suggestion, not yet reviewed): "
        f"http://testserver{edition.get_absolute_url()}" in text_of(client.get(address()))
    )


def test_answer_has_a_button_for_those_with_script(client, corpus):
    assert 'data-copy="answer" hidden' in client.get(address()).content.decode()


def test_answer_of_a_day_is_dated_by_it(client, corpus):
    page = client.get(address(), {"as_of": localdate().isoformat()}).context["page"]
    assert page.answer.startswith(f"As of {localdate().day} ")


def test_answer_of_a_future_day_is_dated_today(client, corpus):
    page = client.get(address(), {"as_of": "2200-01-01"}).context["page"]
    assert "2200" not in page.answer


def test_what_would_change_the_verdict_is_on_every_page(client, corpus):
    for edition in Edition.objects.current():
        page = client.get(address(slug=edition.slug))
        words = unescape(text_of(page))
        assert all(one in words for one in page.context["page"].new_studies), edition.slug
        assert all(one in words for one in page.context["page"].closer_reading), edition.slug


def test_gaps_are_the_words_of_the_export(client, corpus):
    words = text_of(client.get(address()))
    assert "What the evidence cannot tell us" in words
    for topic in (
        "Dose: ",
        "Populations: ",
        "Blinding and expectancy: ",
        "Duration: ",
        "Funding: ",
    ):
        assert topic in words


def test_contents_lead_to_sections_in_their_order(client, corpus):
    html = client.get(address(slug="microdose-cognition")).content.decode()
    contents = html.partition('class="contents"')[2].partition("</nav>")[0]
    wanted = re.findall(r'href="#([^"]+)"', contents)
    places = [html.index(f'<section id="{one}"') for one in wanted]
    assert places == sorted(places)


def test_contents_and_headings_have_the_same_words(client, corpus):
    for slug in Edition.objects.current().values_list("slug", flat=True):
        html = client.get(address(slug=slug)).content.decode()
        contents = html.partition('class="contents"')[2].partition("</nav>")[0]
        for name, words in re.findall(r'href="#([^"]+)">([^<]+)<', contents):
            assert f'<h2 id="{name}-heading">{words}</h2>' in html, (slug, name)


def test_who_decided_stands_under_the_verdict(client, corpus):
    words = text_of(client.get(address(slug="microdose-depression-anxiety")))
    told = "leave real doubt. Here this means: looked for and not found. 3 of 10 counted studies"
    assert told in words


def test_sentence_of_the_verdict_is_said_once(client, corpus):
    words = text_of(client.get(address()))
    assert words.count(current().document["verdict"]["sentence"]) == 1


def test_article_is_retold_with_its_manner(client, corpus):
    words = text_of(client.get(address())).partition("What the article says")[2]
    told = "From there the article supposes that a little of the same action is enough to move mood"
    assert words.strip().startswith(f"{told} slightly. Put forward as a possibility.")


def test_claim_that_the_article_lacks_has_only_its_own_words(client, claim):
    words = text_of(client.get(claim.get_absolute_url())).partition("What the article says")[2]
    assert words.strip().startswith(claim.article_says)


def test_studies_are_one_number_everywhere(client, corpus):
    words = text_of(client.get(address()))
    assert "Of 11 counted studies, 7 are deciding studies; 6 of these carry the answer" in words
    assert "Of 6 studies that carry the answer" in words
    assert "all 7 deciding studies were read" in words
    assert "1 of the 10 results that people rated, in the 7 deciding studies" in words


def test_reasons_why_not_higher_are_in_the_open(client, corpus):
    html = client.get(address()).content.decode().partition("What was taken off</h3>")[2]
    shown = html.partition("<details")[0]
    assert "Risk of bias" in shown
    assert "Inconsistency" in shown
    assert "Imprecision" not in shown
