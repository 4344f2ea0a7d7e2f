"""What stands in a figure to take away: its words, its source, and neither style nor script."""

import re
import struct
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from claims.figures.registry import CLAIM, HISTORY, figures, names
from claims.models import Edition
from claims.views.figure import history_of
from tests.claims.views.figure_files import MOOD, OTHERS, PNG, SVG, change, words_of
from tests.people import make_accepted, make_source

pytestmark = pytest.mark.usefixtures("corpus")


def of_claim(edition):
    """Yield the addresses of every figure of a claim, without their endings."""
    for figure in figures():
        material = {CLAIM: edition.document, HISTORY: history_of(edition.slug)}.get(figure.of)
        if material is not None:
            yield from (f"/claims/{edition.slug}/figures/{one}" for one in names(figure, material))


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
    response = client.get(f"{address}.svg")
    caption = ElementTree.fromstring(response.content).find(f"{SVG}desc").text.partition(". ")[0]
    assert caption in words_of(response)


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


def test_hostile_words_are_drawn_as_words(client, reviewer):
    hostile = '<script>alert("1")</script> & class="mark" ]]>'
    change(reviewer, hostile)
    words = words_of(client.get(MOOD.format("harvest", "svg")))
    assert hostile in words
    assert client.get(MOOD.format("harvest", "png")).content.startswith(PNG)
