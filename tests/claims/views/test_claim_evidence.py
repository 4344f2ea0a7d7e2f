"""The evidence of a claim's page is narrowed, sorted and opened by plain addresses."""

import re
from html import unescape

import pytest
from django.http import QueryDict

from claims.models import Edition
from claims.streams import count_by_stream, studies_at
from claims.views.claim_rows import Row
from claims.views.evidence_list import VALUES, WORDS, Asked, asked_of
from tests.claims.views.claim_pages import address, current, text_of

CLAIM = "microdose-cognition"


def section(response):
    html = response.content.decode().partition('<section id="evidence"')[2]
    return html.partition("</section>")[0]


def shown(response):
    return re.findall(r'<tr role="row" id="([^"]+)"', section(response))


def links(response):
    return [unescape(one) for one in re.findall(r'href="(\?[^"]*)"', section(response))]


def test_count_says_how_many_of_how_many(client, corpus):
    page = client.get(address(slug=CLAIM), {"stream": "animals"})
    assert len(shown(page)) == 3
    assert "3 of 16 results shown." in text_of(page)
    assert "Kind of evidence: Animals" in text_of(page)


@pytest.mark.parametrize("name", VALUES)
def test_each_filter_shows_only_what_fits(client, corpus, name):
    document = Edition.objects.current().get(slug=CLAIM).document
    rows = {row.item["id"]: row for row in client.get(address(slug=CLAIM)).context["page"].counted}
    value = VALUES[name](next(iter(rows.values())))
    fitting = {one for one, row in rows.items() if VALUES[name](row) == value}
    assert set(shown(client.get(address(slug=CLAIM), {name: value}))) == fitting
    assert len(document["evidence"]) >= len(fitting)


def test_filters_work_together(client, corpus):
    asked = {"stream": "trials-microdose", "direction": "supports"}
    page = client.get(address(), asked)
    items = {item["id"]: item for item in current().document["evidence"]}
    assert shown(page)
    assert {items[one]["direction"] for one in shown(page)} == {"supports"}


def test_result_left_out_keeps_its_place(client, corpus):
    """A link of a figure to a result leads somewhere, whatever the filter."""
    html = client.get(address(), {"direction": "supports"}).content.decode()
    anchors = set(re.findall(r'href="#([^"]+)"', html))
    assert anchors <= set(re.findall(r'\sid="([^"]+)"', html))


def test_filter_that_nothing_fits_says_so(client, corpus):
    page = client.get(address(), {"stream": "animals"})
    assert "No counted result fits." in text_of(page)
    assert "0 of 15 results shown." in text_of(page)


def test_every_cell_of_the_map_finds_its_studies(client, corpus):
    for edition in Edition.objects.current():
        for stream in count_by_stream(studies_at(edition.document)):
            page = client.get(address(slug=edition.slug), {"stream": stream}).context["page"]
            assert page.evidence.shown or page.evidence.beside, (edition.slug, stream)


def test_sorting_keeps_the_filter(client, corpus):
    page = client.get(address(), {"direction": "mixed", "open": "all"})
    assert "?sort=n&open=all&direction=mixed#evidence" in links(page)


def test_address_of_the_day_is_kept(client, corpus):
    page = client.get(address(), {"as_of": "2200-01-01", "direction": "mixed"})
    assert all("as_of=2200-01-01" in link for link in links(page))
    assert '<input type="hidden" name="as_of" value="2200-01-01">' in section(page)


@pytest.mark.parametrize(("query", "is_open"), [({}, False), ({"open": "all"}, True)])
def test_results_are_opened_by_their_address(client, corpus, query, is_open):
    rows = section(client.get(address(), query)).partition("<tbody")[2].partition("</tbody>")[0]
    assert rows.count("Why this strength:") == (15 if is_open else 0)


def test_one_result_is_opened_by_its_link_and_folded_again(client, corpus):
    name = client.get(address()).context["page"].evidence.shown[3].item["id"]
    rows = section(client.get(address(), {"sort": "year"}))
    assert f'href="?sort=year&amp;open={name}#{name}"' in rows
    opened = section(client.get(address(), {"sort": "year", "open": name}))
    row = next(one for one in opened.split("</tr>") if f'id="{name}"' in one)
    assert opened.count("Why this strength:") == row.count("Why this strength:") == 1
    assert f'href="?sort=year#{name}"' in row


def test_result_of_another_claim_opens_nothing(client, corpus):
    response = client.get(address(slug="microdose-dmn"), {"open": "szigeti2021selfblinding-ce750b"})
    assert response.status_code == 400


def test_finding_and_estimate_are_in_the_open(client, corpus):
    page = client.get(address(slug="microdose-depression-anxiety"))
    folded = re.sub(r"<details.*?</details>", "", section(page), flags=re.DOTALL)
    shown = unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", folded)))
    rows = page.context["page"].counted
    assert all(row.found in shown for row in rows)
    assert "−59.5 % change in MADRS from baseline" in shown


def test_second_sentence_of_a_finding_is_folded(client, corpus):
    rows = client.get(address()).context["page"].counted
    long = next(row for row in rows if row.found_besides)
    assert f"{long.found} {long.found_besides}" == long.item["finding"]
    assert long.found.endswith(".")


@pytest.mark.parametrize(
    "finding",
    [
        "Scores fell, e.g. In one trial.",
        "It rose by 2.5 points vs. Placebo.",
        "**Scores fell. They rose** again.",
        "One sentence only",
        "",
    ],
)
def test_finding_is_not_cut_within_a_sentence(finding):
    row = Row({"finding": finding}, {}, 1, {})
    assert (row.found, row.found_besides) == (finding, "")


def test_report_without_peer_review_says_so(client, corpus):
    rows = section(client.get(address(slug="microdose-depression-anxiety")))
    row = next(one for one in rows.split("</tr>") if "Hanka 2026" in one)
    assert "Report, not peer reviewed" in row
    assert rows.partition("</table>")[0].count("not peer reviewed") == 1


def test_empty_choice_of_the_form_is_no_filter(client, corpus):
    assert len(shown(client.get(address(), {"stream": "", "design": ""}))) == 15


def test_filter_offers_only_what_exists(client, corpus):
    assert 'value="cells"' not in section(client.get(address()))


def test_edition_is_filtered_like_the_claim(client, corpus):
    path = address("edition_detail", number=1)
    assert len(shown(client.get(path, {"direction": "mixed"}))) == 4
    assert client.get(path, {"direction": "up"}).status_code == 400


def test_usual_choices_are_not_in_the_address():
    assert Asked().address() == "?#evidence"
    assert asked_of(QueryDict("stream=animals&without=x"), {"evidence": []}).kept == {
        "without": "x"
    }


def test_every_filter_has_words_and_a_value():
    assert set(WORDS) == set(VALUES)


def test_filtered_page_asks_few_queries(client, corpus, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get(address(), {"stream": "trials-microdose", "sort": "year", "open": "all"})
