"""Figures asked for over HTTP: their addresses, their keeping, the pages that lead to them."""

import re

import pytest

from claims.views.figure import made_of
from tests.claims.views.figure_files import MOOD, OTHERS, change

pytestmark = pytest.mark.usefixtures("corpus")


def test_file_has_a_name_with_its_edition(client):
    response = client.get(MOOD.format("harvest", "svg"))
    assert response.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    disposition = response.headers["Content-Disposition"]
    assert disposition == 'inline; filename="microdose-mood-1-harvest.svg"'


@pytest.mark.parametrize(
    "address",
    [
        MOOD.format("nonsense", "svg"),
        MOOD.format("forest", "svg"),
        MOOD.format("forest-9", "svg"),
        MOOD.format("chain", "svg"),
        MOOD.format("harvest", "gif"),
        MOOD.format("harvest-1", "svg"),
        "/claims/no-such-claim/figures/harvest.svg",
        "/claims/no-such-claim/figures/timeline.svg",
        "/claims/microdose-mood/editions/1/figures/timeline.svg",
        "/claims/microdose-mood/editions/2/figures/harvest.svg",
        "/mechanisms/no-such-mechanism/figures/chain.svg",
        "/figures/chain.png",
    ],
)
def test_unknown_figure_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", [f"{OTHERS[0]}.svg", MOOD.format("harvest", "png")])
def test_figure_takes_no_parameter(client, address):
    assert client.get(f"{address}?scale=9").status_code == 400


def test_figure_is_not_drawn_again_for_nothing(client):
    first = client.get(MOOD.format("harvest", "png"))
    again = client.get(MOOD.format("harvest", "png"), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_new_edition_has_a_new_tag(client, reviewer):
    tag = client.get(MOOD.format("harvest", "svg"))["ETag"]
    change(reviewer)
    again = client.get(MOOD.format("harvest", "svg"), headers={"If-None-Match": tag})
    assert again.status_code == 200


@pytest.mark.parametrize(
    "name", ["harvest.py", "wording.py", "evidence.py", "poster.svg", "signs.ttf", "figure.py"]
)
def test_tag_hangs_on_all_that_draws(name):
    assert name in {path.name for path in made_of()}


def test_svg_and_png_have_their_own_tags(client):
    tags = {client.get(MOOD.format("steps", kind))["ETag"] for kind in ("svg", "png")}
    assert len(tags) == 2


def test_current_figure_is_asked_for_again_and_a_numbered_one_kept(client):
    current = client.get(MOOD.format("steps", "svg"))
    kept = client.get("/claims/microdose-mood/editions/1/figures/steps.svg")
    assert current["Cache-Control"] == "public, no-cache"
    assert "max-age=86400" in kept["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "number"),
    [
        (MOOD.format("harvest", "svg"), 1),
        (MOOD.format("timeline", "svg"), 2),
        ("/claims/microdose-mood/editions/1/figures/harvest.svg", 1),
        (f"{OTHERS[0]}.svg", 1),
        ("/mechanisms/enhanced-neuroplasticity/figures/harvest-strips.svg", 1),
    ],
)
def test_figure_takes_few_queries(client, reviewer, django_assert_num_queries, address, number):
    for statement in ("One.", "Two.", "Three."):
        change(reviewer, statement)
    with django_assert_num_queries(number):
        assert client.get(address).status_code == 200


def test_claims_page_leads_to_its_figures(client):
    page = client.get("/claims/microdose-mood/").content.decode()
    for name in ("harvest", "steps"):
        assert f'href="{MOOD.format(name, "svg")}"' in page
        assert f'href="{MOOD.format(name, "png")}"' in page


def test_readers_own_view_offers_no_file(client):
    page = client.get("/claims/microdose-mood/?without=unblinded").content.decode()
    assert "figure-files" not in page


def test_older_edition_leads_to_its_own_figures(client, reviewer):
    change(reviewer)
    page = client.get("/claims/microdose-mood/editions/1/").content.decode()
    assert 'href="/claims/microdose-mood/editions/1/figures/harvest.svg"' in page
    assert f'href="{MOOD.format("harvest", "svg")}"' not in page


@pytest.mark.parametrize("address", OTHERS)
def test_pages_of_several_claims_lead_to_their_figures(client, address):
    page = client.get(address.partition("figures/")[0]).content.decode()
    assert f'href="{address}.svg"' in page
    assert f'href="{address}.png"' in page


def test_editions_page_draws_their_timeline(client, reviewer):
    change(reviewer)
    page = client.get("/claims/microdose-mood/editions/").content.decode()
    assert "In 2 editions from " in page
    assert f'href="{MOOD.format("timeline", "svg")}"' in page


def test_map_leads_into_the_filtered_claim(client):
    page = client.get("/").content.decode()
    addresses = set(re.findall(r'href="(/claims/[\w-]+/\?stream=[\w-]+)#evidence"', page))
    drawn = client.get("/").context["map"]
    assert len(addresses) == sum(bool(cell.total) for cell in drawn.cells)
    assert {client.get(address).status_code for address in sorted(addresses)[:8]} == {200}


def test_one_edition_has_no_timeline(client):
    page = client.get("/claims/microdose-mood/editions/").content.decode()
    assert "timeline-title" not in page
    assert client.get(MOOD.format("timeline", "svg")).status_code == 404
