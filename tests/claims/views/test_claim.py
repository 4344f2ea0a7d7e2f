"""The pages of one claim, asked for over HTTP."""

import datetime
import re

import html5lib
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.html import escape

from claims import argument
from claims.models import Claim, Edition
from sources.intake import library
from sources.models import Source

SLUG = "microdose-mood"
MOST_QUERIES = 3


@pytest.fixture
def changed(corpus, editor):
    """The claim with a second edition whose sentence differs."""
    claim = Claim.objects.get(slug=SLUG)
    claim.statement = "Microdosing lifts mood."
    argument.change_claim(claim=claim, by=editor, reason="Closer to the article.")
    return claim


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


def address(name="claim_detail", **kwargs):
    return reverse(name, kwargs={"slug": SLUG} | kwargs)


def text_of(response):
    words = re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2])
    return re.sub(r"\s+", " ", words)


def current():
    return Edition.objects.current().get(slug=SLUG)


def ids_in_order(response):
    return re.findall(r'<tr role="row" id="([^"]+)"', response.content.decode())


def test_page_shows_the_statement_first(client, corpus):
    assert f"<h1>{current().statement}</h1>" in client.get(address()).content.decode()


def test_every_claim_of_the_corpus_has_a_page(client, corpus):
    addresses = [reverse("claim_detail", args=[slug]) for slug in
                 Edition.objects.current().values_list("slug", flat=True)]  # fmt: skip
    assert len(addresses) == 19
    assert {client.get(address).status_code for address in addresses} == {200}


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
        anchors = set(re.findall(r'href="[^"]*#([^"]+)"', html))
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
    assert all(escape(flag["words"]) in html for flag in current().document["suggestion"]["flags"])


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


def test_raw_markdown_is_on_the_page_to_copy(client, corpus):
    html = client.get(address()).content.decode()
    assert f"# {current().statement}" in html.partition('id="markdown-text"')[2]


def test_script_is_only_a_file_of_ours(client, corpus):
    html = client.get(address()).content.decode()
    assert re.findall(r"<script[^>]*>", html) == ['<script type="module" src="/static/copy.js">']
    assert " style=" not in html


def test_claim_page_asks_few_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address())


def test_edition_page_asks_few_queries(client, changed, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address("edition_detail", number=1))


def test_edition_list_asks_few_queries(client, changed, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(address("edition_list"))


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("strength", lambda item: -item["strength"]["rung"]),
        (
            "direction",
            lambda item: ["supports", "mixed", "no-effect", "contradicts"].index(item["direction"]),
        ),
        ("n", lambda item: -1 if item["n"] is None else -item["n"]),
    ],
)
def test_evidence_is_sorted_as_asked(client, corpus, sort, key):
    items = {item["id"]: item for item in current().document["evidence"]}
    shown = [key(items[one]) for one in ids_in_order(client.get(address(), {"sort": sort}))]
    assert shown == sorted(shown)


def test_evidence_sorted_by_year_is_newest_first(client, corpus):
    document = current().document
    years = {
        item["id"]: document["sources"][item["source"]]["year"] for item in document["evidence"]
    }
    shown = [years[one] for one in ids_in_order(client.get(address(), {"sort": "year"}))]
    assert shown == sorted(shown, reverse=True)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"sort": "colour"}, "strength, direction, year, n"),
        ({"page": "2"}, "as_of and sort"),
        ({"x" * 10_000: "1"}, "as_of and sort"),
        ({"sort": ["n", "year"]}, "once"),
        ({"as_of": "yesterday"}, "2026-03-01"),
        ({"as_of": "2026-02-30"}, "2026-03-01"),
        ({"as_of": "٢٠٢٦-٠٣-٠١"}, "2026-03-01"),
        ({"as_of": ""}, "2026-03-01"),
    ],
)
def test_nonsense_is_refused_with_what_is_allowed(client, corpus, query, words):
    response = client.get(address(), query)
    assert response.status_code == 400
    assert words in text_of(response)


@pytest.mark.parametrize(
    "path",
    [
        "/claims/no-such-claim/",
        "/claims/no-such-claim/editions/",
        f"/claims/{SLUG}/editions/2/",
        f"/claims/{SLUG}/editions/0/",
        f"/claims/{SLUG}/editions/99999999999999999999/",
        f"/claims/{'x' * 10_000}/",
    ],
)
def test_what_does_not_exist_is_not_found(client, corpus, path):
    assert client.get(path).status_code == 404


def test_day_shows_the_edition_of_its_end(client, changed):
    today = current().published_at.date()
    response = client.get(address(), {"as_of": today.isoformat()})
    assert "as it stood at the end of" in text_of(response)
    assert "That is edition 2 of 2." in text_of(response)


@pytest.mark.parametrize("day", ["0001-01-01", "2020-02-29"])
def test_day_before_the_first_edition_is_explained(client, corpus, day):
    response = client.get(address(), {"as_of": day})
    assert response.status_code == 404
    assert "had published nothing about the claim" in text_of(response)


def test_last_day_of_the_calendar_is_no_error(client, corpus):
    assert client.get(address(), {"as_of": "9999-12-31"}).status_code == 200


def test_old_edition_keeps_its_words_and_names_the_current_one(client, changed):
    response = client.get(address("edition_detail", number=1))
    assert "This is edition 1 of 2; the current one is edition 2 ." in text_of(response)
    assert "<h1>Microdosing produces subtle shifts in mood" in response.content.decode()


def test_edition_page_is_not_indexed(client, corpus):
    html = client.get(address("edition_detail", number=1)).content.decode()
    assert '<meta name="robots" content="noindex">' in html


def test_current_page_is_indexed(client, corpus):
    assert "noindex" not in client.get(address()).content.decode()


def test_citation_has_the_permanent_address(client, corpus):
    assert "http://testserver/claims/microdose-mood/editions/1/" in text_of(client.get(address()))


def test_edition_list_tells_cause_and_person(client, changed):
    words = text_of(client.get(address("edition_list")))
    assert "Claim changed. Closer to the article." in words
    assert "Edith" in words
    assert "Verdict and certainty unchanged" in words
    assert "First edition" in words


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
