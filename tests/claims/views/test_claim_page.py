"""What the page of a claim shows."""

import datetime
import re
from html import unescape

import html5lib
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.timezone import localdate

from claims import desk
from claims.models import Edition
from claims.rating.vocabulary import Point
from claims.views.claim_rows import StepRow
from sources.intake import library
from sources.models import Source
from tests.claims.views.claim_pages import SLUG, address, current, text_of
from tests.people import make_accepted, make_claim, make_source

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def retracted(corpus, editor):
    source = Source.objects.get(key="cavanna2022microdosing")
    library.record_notice(
        source=source,
        kind="retraction",
        by=editor,
        issued_on=datetime.date(2026, 1, 5),
        url="https://example.org/notice",
        reason="Errors in the data.",
    )
    return source


def test_page_shows_the_statement_first(client, corpus):
    assert f"<h1>{current().statement}</h1>" in client.get(address()).content.decode()


def test_every_page_is_valid_html(client, corpus):
    parser = html5lib.HTMLParser(strict=True)
    for slug in Edition.objects.current().values_list("slug", flat=True):
        parser.parse(client.get(reverse("claim_detail", args=[slug])).content.decode())


def test_ids_are_unique(client, corpus):
    ids = re.findall(r'\sid="([^"]+)"', client.get(address()).content.decode())
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_leads_somewhere(client, corpus):
    for slug in Edition.objects.current().values_list("slug", flat=True):
        html = client.get(reverse("claim_detail", args=[slug])).content.decode()
        anchors = set(re.findall(r'href="(?!/glossary/)[^"]*#([^"]+)"', html))
        assert anchors <= set(re.findall(r'\sid="([^"]+)"', html)), slug


def test_verdict_is_told_in_the_words_of_the_document(client, corpus):
    document, words = current().document, text_of(client.get(address()))
    assert f"{document['verdict']['symbol']} {document['verdict']['label']}" in words
    assert document["verdict"]["sentence"] in words


def test_review_state_and_search_are_in_words(client, corpus):
    words = text_of(client.get(address()))
    assert "Automatic suggestion, not yet reviewed." in words
    assert "Curated by hand; no systematic search recorded." in words


def test_every_flag_is_in_words(client, corpus):
    html = client.get(address()).content.decode()
    flags = client.get(address()).context["page"].flags
    assert len(flags) == 4
    assert all(escape(flag["words"]) in html for flag in flags)


def test_bias_that_nobody_judged_is_said_once(client, corpus):
    flags = client.get(address()).context["page"].flags
    assert "bias-not-assessed" in {flag["code"] for flag in flags}
    box = text_of(client.get(address())).partition("The article and the evidence")[0]
    assert "have not yet been assessed for risk of bias" not in box


def test_some_bias_not_judged_is_still_said(client, corpus):
    page = client.get(address()).context["page"]
    page.suggestion["flags"] = [{"code": "rob-not-assessed:2", "words": "2 counted studies."}]
    assert page.flags == page.suggestion["flags"]


def test_microdose_claim_says_what_a_microdose_is_here(client, corpus):
    assert (
        "A microdose is about a tenth of a recreational dose or less here; most findings about"
        " psychedelics come from doses ten or more times larger." in text_of(client.get(address()))
    )


def test_other_claim_has_the_general_dose_line(client, corpus):
    page = client.get(address(slug="serotonin-receptor-action"))
    assert "A microdose is about a tenth of a recreational dose here; most" in text_of(page)


def test_steps_are_named_from_start_to_certainty(client, corpus):
    assert "How we got from High to Low" in text_of(client.get(address()))


def test_every_step_has_its_reason(client, corpus):
    html = client.get(address()).content.decode()
    for step in current().document["suggestion"]["steps"]:
        assert escape(step["words"].partition(": ")[2])[1:] in html


def test_every_item_of_the_document_is_on_the_page(client, corpus):
    html = client.get(address()).content.decode()
    assert all(f'id="{item["id"]}"' in html for item in current().document["evidence"])


def test_every_source_is_a_numbered_reference(client, corpus):
    html = client.get(address()).content.decode()
    assert all(f'id="ref-{n}"' in html for n in range(1, len(current().document["sources"]) + 1))


def test_shipped_item_says_that_nobody_verified_it(client, corpus):
    assert "shipped with the corpus; not verified by a second person" in text_of(
        client.get(address())
    )


@pytest.mark.parametrize("folder", ["claims", "figures"])
def test_templates_never_say_significant_or_subjects(folder):
    """What editors wrote is theirs; these are the site's own words."""
    for template in (settings.BASE_DIR / "templates" / folder).glob("*.html"):
        assert not re.search(r"(?i)significan|subjects\b", template.read_text()), template.name


def test_copy_button_names_the_file_of_the_markdown_link(client, corpus):
    html = client.get(address()).content.decode()
    assert f'data-copy="{address("claim_markdown")}"' in html
    assert f'href="{address("claim_markdown")}"' in html


def test_old_edition_has_markdown_of_its_own(client, corpus):
    edition = current()
    path = f"{edition.get_absolute_url()[:-1]}.md"
    assert client.get(path).content == client.get(address("claim_markdown")).content
    assert client.get(path).headers["Content-Type"].startswith("text/markdown")


def test_script_is_only_a_file_of_ours(client, corpus):
    html = client.get(address()).content.decode()
    scripts = re.findall(r"<script[^>]*>[^<]*", html)
    assert scripts
    assert all(re.search(r' src="/static/[a-z-]+\.js">$', one.strip()) for one in scripts)
    assert " style=" not in html


def test_edition_list_tells_a_changed_verdict(client, retracted):
    before, after = Edition.objects.filter(slug=SLUG).order_by("number")
    words = text_of(client.get(address("edition_list")))
    expected = "Verdict: was" if before.verdict != after.verdict else "unchanged"
    assert expected in words


def test_retracted_source_comes_first_struck_through_with_its_notice(client, retracted):
    html = client.get(address()).content.decode().partition('id="set-aside"')[2]
    first = html.partition("</li>")[0]
    assert "<s>" in first
    assert "Cavanna" in first
    assert 'href="https://example.org/notice"' in first


def test_retracted_source_is_marked_in_the_references(client, retracted):
    references = client.get(address()).content.decode().partition('id="references"')[2]
    assert "[RETRACTED" in references


def test_tags_lead_to_their_pages(client, corpus):
    assert (
        f'href="{reverse("tag_detail", args=["mood"])}"' in client.get(address()).content.decode()
    )


@pytest.fixture
def own(claim, source, editor, reviewer):
    """A claim with one accepted item full of markup."""
    make_accepted(
        by=editor,
        accepted_by=reviewer,
        claim=claim,
        source=source,
        outcome=f"mood {SCRIPT}",
        finding=f"Nothing. {SCRIPT} " + "[" * 150,
        limitations=SCRIPT,
        locator=SCRIPT,
        rob_note=SCRIPT,
        correct_guess_rate=72.5,
        effect_measure="SMD",
        effect_estimate="-0.10",
        effect_low="-0.45",
        effect_high="0.25",
    )
    return claim


def test_claim_without_evidence_has_a_page(client, claim):
    words = text_of(client.get(claim.get_absolute_url()))
    assert "Why there is no certainty to state" in words
    assert "Nobody has studied this." in words
    assert "No source bears on this claim yet." in words


def test_step_names_reviews_and_not_keys():
    document = {
        "sources": {"osimo2020": {"label": "Osimo et al. 2020"}},
        "studies": [{"key": "nct-1", "label": "Lee 2021"}],
    }
    words = (
        "Inconsistency, −1: differences inside review:osimo2020 and nct-1: osimo2020 unexplained."
    )
    row = StepRow({"domain": "inconsistency", "words": words}, [], document)
    assert row.reason == (
        "Differences inside Osimo et al. 2020 and Lee 2021: Osimo et al. 2020 unexplained."
    )


def test_harvest_table_tells_vote_and_estimate(client, corpus):
    part = unescape(text_of(client.get(address()))).partition("Where the weight lies")[2]
    assert "Vote Estimate What was studied Number Use" in part
    votes = {"for": "For", "against": "Against", "half": "Half each"}
    for study in current().document["studies"]:
        point = Point(study["point"])
        assert re.search(
            rf"{re.escape(study['label'])} ▮+▯* [A-Z][a-z ]+ . [A-Z][a-z ]+"
            rf" {votes[study['vote']]} {point.symbol} {point.label} People",
            part,
        ), study["label"]


def test_reviews_are_not_shown_as_people(client, corpus):
    page = client.get(address(slug="inflammation-mental-health")).content.decode()
    table = page.partition('aria-label="Studies by strength"')[2].partition("</table>")[0]
    assert "<td>Review</td>" in table
    assert 'fill="url(#checks)"' in page


def test_risk_of_bias_table_has_sign_word_and_note(client, own):
    page = client.get(own.get_absolute_url()).content.decode()
    table = page.partition('aria-label="Risk of bias"')[2].partition("</table>")[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", table))
    assert re.search(r"\+ Low \S (Low|Some concerns) none &lt;script&gt;", words)


def test_risk_of_bias_table_has_every_counted_result(client, corpus):
    mood = client.get(address()).content.decode()
    rows = mood.partition('aria-label="Risk of bias"')[2].partition("</table>")[0].count("<tr>")
    assert rows == 1 + sum(item["use"] == "counted" for item in current().document["evidence"])


def test_effect_directions_have_every_counted_result(client, corpus):
    page = client.get(address()).content.decode()
    table = page.partition('<table class="directions">')[2].partition("</table>")[0]
    counted = [item for item in current().document["evidence"] if item["use"] == "counted"]
    assert all(f'href="#{item["id"]}"' in table for item in counted)
    assert table.count("<li>") == len(counted)


def test_script_in_any_field_is_shown_as_text(client, own):
    html = client.get(own.get_absolute_url()).content.decode()
    assert SCRIPT not in html
    assert escape(SCRIPT) in html


def test_item_names_who_extracted_and_who_verified(client, own):
    words = text_of(client.get(own.get_absolute_url(), {"open": "all"}))
    assert re.search(r"Extracted by Edith", words)
    assert re.search(r"Verified by Rosa", words)


def test_estimate_has_its_interval_and_a_true_minus(client, own):
    assert "SMD −0.1 (95 % interval −0.45 to 0.25)" in text_of(client.get(own.get_absolute_url()))


def test_rate_of_right_guesses_is_shown(client, own):
    assert "Intact; 72.5 % guessed right" in text_of(
        client.get(own.get_absolute_url(), {"open": "all"})
    )


def test_withdrawn_item_stays_with_its_reason(client, own, reviewer):
    desk.withdraw(evidence=own.evidence.get(), by=reviewer, reason="Entered twice.")
    words = text_of(client.get(own.get_absolute_url()))
    assert "Withdrawn by the editors" in words
    assert "Entered twice." in words


def test_bundled_claim_has_a_row_for_each_outcome(client, editor):
    groups = [{"slug": "tests", "name": "Creativity tests"}, {"slug": "felt", "name": "Felt"}]
    bundled = make_claim(by=editor, slug="bundled", outcome_groups=groups)
    words = text_of(client.get(bundled.get_absolute_url()))
    assert "Outcome by outcome" in words
    assert "Creativity tests" in words
    weakest = "Weakest link among its outcomes: “Creativity tests” and “Felt” (nothing counts)."
    assert words.count(weakest) == 2


def test_group_says_what_changed_its_certainty(client, editor, reviewer):
    groups = [{"slug": "tests", "name": "Tests"}, {"slug": "felt", "name": "Felt"}]
    bundled = make_claim(by=editor, slug="bundled", outcome_groups=groups)
    make_accepted(
        by=editor, accepted_by=reviewer, claim=bundled, source=make_source(by=editor),
        outcome_group="tests",
    )  # fmt: skip
    group = bundled.editions.latest().document["groups"][0]
    part = text_of(client.get(bundled.get_absolute_url())).partition("Outcome by outcome")[2]
    changed = [step for step in group["suggestion"]["steps"][1:] if step["levels"]]
    assert changed
    assert all(unescape(step["words"]) in unescape(part) for step in changed)


def test_claim_without_groups_names_no_weakest_link(client, corpus):
    page = client.get(address(slug="microdose-creativity-introspection"))
    assert "Weakest link" not in text_of(page)


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


def test_answer_of_an_old_edition_is_dated_by_it(client, retracted):
    page = client.get(address("edition_detail", number=1)).context["page"]
    published = page.edition.published_at.date()
    assert page.answer.startswith(f"As of {published.day} {published:%B %Y}")


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
