"""What the page of a claim shows."""

import datetime
import re

import html5lib
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.html import escape

from claims.models import Edition
from sources.intake import library
from sources.models import Source
from tests.claims.views.claim_pages import SLUG, address, current, text_of


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
    path = f"{current().get_absolute_url()[:-1]}.md"
    assert f'data-copy="{path}"' in html
    assert f'href="{path}"' in html


def test_formats_stand_where_their_rows_do(client, corpus):
    edition = current()
    html = client.get(address()).content.decode()
    parts = {
        name: html.partition(f'id="{name}"')[2].partition("</section>")[0]
        for name in ("evidence", "references")
    }
    path = edition.get_absolute_url()[:-1]
    assert f"Download all {len(edition.document['evidence'])} results" in parts["evidence"]
    assert f'href="{path}.csv"' in parts["evidence"]
    assert f"Download all {len(edition.document['sources'])} references" in parts["references"]
    assert f'href="{path}.ris"' in parts["references"]


def test_current_edition_does_not_lead_to_the_claim_as_it_stands_now(client, corpus):
    page = text_of(client.get(current().get_absolute_url()))
    assert "it is the current one" in page
    assert "as it stands now" not in page


def test_old_edition_has_markdown_of_its_own(client, corpus):
    edition = current()
    path = f"{edition.get_absolute_url()[:-1]}.md"
    assert client.get(path).content == client.get(address("claim_markdown")).content
    assert client.get(path).headers["Content-Type"].startswith("text/markdown")


def test_script_is_only_a_file_of_ours(client, corpus):
    html = client.get(address()).content.decode()
    # A data block is not run.
    scripts = re.findall(r'<script(?! type="application/ld\+json")[^>]*>[^<]*', html)
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


def test_answer_of_an_old_edition_is_dated_by_it(client, retracted):
    page = client.get(address("edition_detail", number=1)).context["page"]
    published = page.edition.published_at.date()
    assert page.answer.startswith(f"As of {published.day} {published:%B %Y}")
