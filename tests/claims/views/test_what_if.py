"""What-if on the page of a claim: labelled as a reader's own, recomputed, and never in our place."""

import html
import re

import pytest

from claims import argument
from claims.models import Claim
from tests.claims.views.claim_pages import SLUG, address, current, text_of

MOST_QUERIES = 3


def page(client, without, **query):
    return client.get(address(), {"without": without} | query)


def section(response, name):
    """Return the text of one section of the page."""
    content = response.content.decode()
    part = content.partition(f'<section id="{name}"')[2].partition("</section>")[0]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)))


def verdict_box(response):
    return response.content.decode().partition('aria-labelledby="verdict-heading"')[2].partition("</section>")[0]  # fmt: skip


def links(response):
    return [html.unescape(one) for one in re.findall(r'href="([^"]*)"', response.content.decode())]


def ticked(response):
    content = response.content.decode()
    return re.findall(r'name="without" value="([^"]+)" checked', content)


def test_plain_page_offers_the_switches(client, corpus):
    response = client.get(address())
    assert "Leave out the studies that you doubt" in section(response, "what-if")
    assert "Your view, not our verdict" not in text_of(response)
    assert "noindex" not in response.content.decode()


@pytest.mark.parametrize("without", ["", "unblinded,industry", "abstract-only"])
def test_what_if_asks_no_more_queries(client, corpus, django_assert_max_num_queries, without):
    with django_assert_max_num_queries(MOST_QUERIES):
        page(client, without)


def test_view_is_labelled_and_states_the_change(client, corpus):
    words = html.unescape(text_of(page(client, "unblinded")))
    assert "Your view, not our verdict Without the 5 studies where people knew" in words
    assert (
        "the rule would suggest “We do not know” (Very low certainty) "
        "instead of “Possibly not so” (Low certainty)."
    ) in words


def test_our_verdict_stays_as_it_is(client, corpus):
    ours = verdict_box(client.get(address()))
    assert verdict_box(page(client, "unblinded")) == ours
    assert "Possibly not so" in ours


def test_view_is_not_indexed_and_names_the_claim(client, corpus):
    content = page(client, "unblinded").content.decode()
    assert '<meta name="robots" content="noindex">' in content
    assert f'<link rel="canonical" href="http://testserver/claims/{SLUG}/">' in content


def test_view_links_back_to_ours(client, corpus):
    response = page(client, "unblinded", sort="n")
    assert f"/claims/{SLUG}/?sort=n" in links(response)


def test_figures_are_worked_out_again(client, corpus):
    ours, view = client.get(address()), page(client, "unblinded")
    assert "from High to Low" in section(ours, "certainty")
    assert "from High to Very low" in section(view, "certainty")


def test_what_is_worked_out_again_is_one_block(client, corpus):
    html = page(client, "unblinded").content.decode()
    first, start, rest = html.partition('class="your-view-mark"')
    inside, end, after = rest.partition('class="your-view-mark"')
    assert re.findall('<section id="([^"]+)"', first) == ["sides", "change", "what-if"]
    assert re.findall('<section id="([^"]+)"', inside) == [
        "certainty", "weight", "evidence", "gaps", "set-aside",
    ]  # fmt: skip
    assert after.count('class="your-view-mark"') == 0


def test_left_out_results_are_set_aside(client, corpus):
    left_out = section(page(client, "unblinded"), "set-aside")
    open_or_broken = [
        item for item in current().document["evidence"] if item["blinding"] in ("none", "broken")
    ]
    assert left_out.count("Left out in your view, not in ours.") == len(open_or_broken)


def test_left_out_studies_are_listed_with_links(client, corpus):
    response = page(client, "industry")
    listed = section(response, "what-if")
    assert "Murphy et al. 2023 industry funding or ties. Noted: “a journal-club write-up" in listed
    items = [item for item in current().document["evidence"] if item["source"] == "murphy2023acute"]
    assert f"#{items[0]['id']}" in links(response)


def test_nothing_left_is_not_nothing_studied(client, corpus):
    studies = [f"study:{study['key']}" for study in current().document["studies"]]
    words = text_of(page(client, ",".join([*studies, "abstract-only"])))
    assert "nothing is left to count; on everything, the rule" in html.unescape(words)
    assert "Nobody has studied this." not in words


def test_tables_show_each_switch_and_each_study(client, corpus):
    response = page(client, "")
    document = current().document
    assert section(response, "what-if").count("stays as it is") == 12
    assert section(response, "what-if").count("another answer") == 6
    addresses = {one for one in links(response) if one.startswith("?without=study:")}
    assert addresses == {f"?without=study:{s['key']}#what-if" for s in document["studies"]}


def test_tables_are_not_worked_out_unasked(client, corpus):
    assert "Each study alone" not in section(client.get(address()), "what-if")


def test_links_add_a_switch_and_take_it_back(client, corpus):
    addresses = links(page(client, "unblinded", sort="n"))
    assert "?sort=n&without=unblinded,small#what-if" in addresses
    assert "?sort=n&without=#what-if" in addresses


def test_ticked_boxes_are_one_list(client, corpus):
    response = page(client, ["small", "unblinded", f"study:{current().document['studies'][0]['key']}"])  # fmt: skip
    assert response.status_code == 200
    assert ticked(response)[:2] == ["unblinded", "small"]
    assert len(ticked(response)) == 3


def test_form_hands_on_the_rest_of_the_address(client, corpus):
    form = page(client, "small", sort="year").content.decode().partition('<form class="what-if"')[2]
    assert '<input type="hidden" name="sort" value="year">' in form.partition("</form>")[0]


def test_sorting_keeps_the_view(client, corpus):
    response = page(client, "small,unblinded", sort="n")
    sorting = [one for one in links(response) if one.startswith("?") and "sort=year" in one]
    assert sorting
    assert all("without=small%2Cunblinded" in one for one in sorting)


def test_as_of_is_viewed_as_it_stood(client, corpus, reviewer):
    claim = Claim.objects.get(slug=SLUG)
    claim.kind = "association"
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")
    today = current().published_at.date().isoformat()
    response = page(client, "unblinded", as_of=today)
    assert response.status_code == 200
    assert f"/claims/{SLUG}/?as_of={today}" in links(response)


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ("fun", "Use abstract-only, animals, preprints, unblinded, industry, small and"),
        ("study:nobody", "take a link from the table of studies"),
        ("x" * 10_000, "is no switch that we know"),
    ],
)
def test_unknown_switch_is_refused(client, corpus, without, words):
    response = page(client, without)
    assert response.status_code == 400
    assert words in text_of(response)


def test_permanent_edition_takes_no_what_if(client, corpus):
    response = client.get(address("edition_detail", number=1), {"without": "small"})
    assert response.status_code == 400


def test_permanent_edition_offers_none(client, corpus):
    assert 'id="what-if"' not in client.get(address("edition_detail", number=1)).content.decode()
