"""Figures to take away, asked for over HTTP."""

import re
import struct
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from claims import argument
from claims.figures.registry import CLAIM, HISTORY, MECHANISM, OVERVIEW, figures, names
from claims.models import Claim, Edition
from claims.views.figure import history_of, made_of
from tests.people import make_accepted, make_source

SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"
MOOD = "/claims/microdose-mood/figures/{}.{}"
OTHERS = [
    *(f"/figures/{figure.name}" for figure in figures() if figure.of == OVERVIEW),
    *(
        f"/mechanisms/enhanced-neuroplasticity/figures/{figure.name}"
        for figure in figures()
        if figure.of == MECHANISM
    ),
]

pytestmark = pytest.mark.usefixtures("corpus")


def of_claim(edition):
    """Yield the addresses of every figure of a claim, without their endings."""
    for figure in figures():
        material = {CLAIM: edition.document, HISTORY: history_of(edition.slug)}.get(figure.of)
        if material is not None:
            yield from (f"/claims/{edition.slug}/figures/{one}" for one in names(figure, material))


def words_of(response):
    root = ElementTree.fromstring(response.content)
    lines = [" ".join(part.text for part in text if part.text) for text in root.iter(f"{SVG}text")]
    return re.sub(r"\s+", " ", " ".join(lines))


def change(reviewer, statement="Microdosing lifts mood."):
    claim = Claim.objects.get(slug="microdose-mood")
    claim.statement = statement
    argument.change_claim(claim=claim, by=reviewer, reason="Closer to the article.")


def test_every_figure_of_every_claim_has_title_caption_and_source(client):
    for edition in Edition.objects.current():
        for address in of_claim(edition):
            response = client.get(f"{address}.svg")
            words = words_of(response)
            assert response.status_code == 200, address
            assert edition.statement in words, address
            source = f"Microdosing Evidence, http://testserver/claims/{edition.slug}/"
            assert f"{source} · edition {edition.number} · " in words, address
            assert "rule 1.0" in words, address


@pytest.mark.parametrize("address", OTHERS)
def test_figures_of_several_claims_say_where_they_come_from(client, address):
    words = words_of(client.get(f"{address}.svg"))
    assert "Microdosing Evidence, http://testserver/" in words
    assert re.search(r"\d+ claims as of \d+ \w+ \d{4} · rule 1\.0", words)


@pytest.mark.parametrize(
    "address", [*OTHERS, *(MOOD.format(n, "")[:-1] for n in ("harvest", "steps"))]
)
def test_caption_stands_in_the_drawing_whole(client, address):
    root = ElementTree.fromstring(client.get(f"{address}.svg").content)
    caption = root.find(f"{SVG}desc").text.partition(". ")[0]
    lines = [" ".join(part.text for part in text if part.text) for text in root.iter(f"{SVG}text")]
    assert caption in re.sub(r"\s+", " ", " ".join(lines))


def test_every_claim_has_a_harvest_and_most_have_steps():
    found = [list(of_claim(edition)) for edition in Edition.objects.current()]
    assert len(found) == 19
    assert all(any(one.endswith("/harvest") for one in own) for own in found)
    assert sum(any(one.endswith("/steps") for one in own) for own in found) > 10


@pytest.mark.parametrize(
    "address",
    [*OTHERS, *(MOOD.format(name, "")[:-1] for name in ("harvest", "steps"))],
)
def test_picture_is_a_wide_png(client, address):
    response = client.get(f"{address}.png")
    assert response.headers["Content-Type"] == "image/png"
    assert response.content.startswith(PNG)
    assert struct.unpack(">I", response.content[16:20])[0] > 600


@pytest.mark.parametrize("address", [*OTHERS, MOOD.format("harvest", "")[:-1]])
def test_file_needs_no_style_and_no_script(client, address):
    root = ElementTree.fromstring(client.get(f"{address}.svg").content)
    assert {part.tag for part in root.iter()} & {f"{SVG}style", f"{SVG}script"} == set()
    assert not [part for part in root.iter() if {"style", "class", "href"} & set(part.attrib)]


def test_file_stands_on_white(client):
    root = ElementTree.fromstring(client.get(MOOD.format("harvest", "svg")).content)
    sheet = root.find(f"{SVG}rect").attrib
    assert sheet["fill"] == "#ffffff"
    assert (sheet["width"], sheet["height"]) == (root.get("width"), root.get("height"))


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


def test_forest_has_its_number(client, claim, editor, reviewer):
    effect = {
        "effect_measure": "SMD",
        "effect_estimate": "0.1",
        "effect_low": "-0.1",
        "effect_high": "0.3",
    }
    for key in ("lee2020", "kim2021"):
        source = make_source(by=editor, key=key)
        make_accepted(claim=claim, source=source, by=editor, accepted_by=reviewer, **effect)
    words = words_of(client.get(f"/claims/{claim.slug}/figures/forest-1.svg"))
    assert "2 results in SMD" in words
    page = client.get(reverse("claim_detail", args=[claim.slug])).content.decode()
    assert f'href="/claims/{claim.slug}/figures/forest-1.png"' in page


def test_numbered_edition_keeps_its_figure(client, reviewer):
    change(reviewer, "Microdosing lifts mood.")
    old = words_of(client.get("/claims/microdose-mood/editions/1/figures/harvest.svg"))
    new = words_of(client.get(MOOD.format("harvest", "svg")))
    assert "Microdosing lifts mood." not in old
    assert "/claims/microdose-mood/editions/1/ · edition 1 · " in old
    assert "Microdosing lifts mood." in new
    assert "edition 2 · " in new


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


def test_hostile_words_are_drawn_as_words(client, reviewer):
    hostile = '<script>alert("1")</script> & class="mark" ]]>'
    change(reviewer, hostile)
    words = words_of(client.get(MOOD.format("harvest", "svg")))
    assert hostile in words
    assert client.get(MOOD.format("harvest", "png")).content.startswith(PNG)


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
