import re

import html5lib
import pytest
from django.utils.html import escape

from claims import glossary
from claims.models import Edition

pytestmark = pytest.mark.usefixtures("corpus")


@pytest.fixture
def page(client):
    return client.get("/glossary/").content.decode()


def test_every_term_has_its_place(page):
    ids = re.findall(r'<div class="entry" id="([^"]+)"', page)
    assert ids == [one.slug for one in glossary.TERMS]


def test_every_definition_stands_on_the_page(page):
    assert [one.slug for one in glossary.TERMS if escape(one.definition) not in page] == []


def test_every_choice_has_the_definition_of_the_vocabulary(page):
    values = [value for one in glossary.TERMS for value in one.values if value.definition]
    missing = [
        value
        for value in values
        if f"{escape(value.label)}</b>: {escape(value.definition)}</li>" not in page
    ]
    assert missing == []


def test_no_id_stands_twice_on_the_page(page):
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_every_part_of_the_method_exists(client):
    methods = client.get("/methods/").content.decode()
    parts = {one.at for one in glossary.TERMS if one.at}
    assert {part for part in parts if f'id="{part}"' not in methods} == set()


def test_term_names_the_claims_that_use_it(client):
    letters = client.get("/glossary/").context["letters"]
    entries = {entry["term"].slug: entry["claims"] for _, found in letters for entry in found}
    named = Edition.objects.current().filter(statement__contains="BDNF")
    assert {claim.slug for claim in entries["bdnf"]} == {claim.slug for claim in named} != set()
    assert entries["eeg"] == []


def test_glossary_is_valid_html(page):
    html5lib.HTMLParser(strict=True).parse(page)


def test_glossary_takes_two_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.get("/glossary/")


def test_glossary_refuses_parameters(client):
    assert client.get("/glossary/?q=bdnf").status_code == 400


@pytest.mark.parametrize("path", ["/tour/", "/methods/", "/mechanisms/enhanced-neuroplasticity/"])
def test_pages_explain_few_words_each_once(client, path):
    marked = re.findall(r'popovertarget="([^"]+)"', client.get(path).content.decode())
    assert 0 < len(marked) <= 6
    assert len(marked) == len(set(marked))


def test_mechanism_explains_its_words(client):
    page = client.get("/mechanisms/enhanced-neuroplasticity/").content.decode()
    assert escape(glossary.BY_SLUG["bdnf"].definition) in page
