"""Pages of text: one name for each page and section, and contents beside the long ones."""

import html
import re

import pytest

NAMES = {
    "/about/": "About this site",
    "/article/": "The article, claim by claim",
    "/compare/": "Compare two claims",
    "/export/": "Download the data",
    "/glossary/": "Glossary",
    "/methods/": "Methods: how we rate",
    "/methods/constants/": "What hangs on each number",
    "/methods/criticisms/": "Twenty objections, answered",
    "/methods/examples/": "Worked examples",
    "/methods/sources/": "Sources of the method",
    "/overdue/": "What is overdue",
    "/reviewers/": "The reviewers",
    "/safety/": "Risks and safety",
    "/tour/": "New here? Three minutes",
}
LONG = [
    "/glossary/",
    "/methods/",
    "/methods/constants/",
    "/methods/criticisms/",
    "/methods/examples/",
    "/methods/sources/",
    "/safety/",
]
LINK = re.compile(r'<a href="#([^"]+)">(.*?)</a>')


def words(markup):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", markup))).strip()


def between(page, start, end):
    return words(page.partition(start)[2].partition(">")[2].partition(end)[0])


@pytest.mark.parametrize(("path", "name"), NAMES.items())
def test_page_has_one_name(client, corpus, path, name):
    page = client.get(path).content.decode()
    assert between(page, "<title", " · ") == name
    assert between(page, "<h1", "</h1>") == name
    assert between(page, '<li aria-current="page"', "</li>") == name


@pytest.mark.parametrize("path", LONG)
def test_contents_say_what_the_headings_say(client, corpus, path):
    page = client.get(path).content.decode()
    contents = page.partition('class="contents-rail"')[2].partition("</nav>")[0]
    links = LINK.findall(contents)
    assert len(links) > 2
    for target, told in links:
        place = page.partition(f'id="{target}"')[2]
        heading = re.match(r"[^>]*>\s*(?:<h3[^>]*>)?(.*?)</h[23]>", place, re.S)
        assert words(heading[1]) == words(told)


@pytest.mark.parametrize("path", LONG)
def test_contents_of_long_pages_follow_the_reader(client, corpus, path):
    page = client.get(path).content.decode()
    assert re.search(r'<nav class="contents-rail" aria-label="[^"]+" data-contents>', page)
