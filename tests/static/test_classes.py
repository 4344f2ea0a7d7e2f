"""The stylesheet holds nothing that no page uses."""

import re

import pytest

from tests.static.palette import ROOT

FOLDERS = ("templates", "claims", "sources", "microdose_kb", "static")
KINDS = {".html", ".svg", ".py", ".js"}
# Django puts it on a list of errors.
FROM_ELSEWHERE = {"errorlist"}
CLASS = re.compile(r"\.([a-z][\w-]*)(?=[^{};]*\{)")


def written():
    """Return the text of all that could put a class on a page."""
    found = [
        path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in KINDS
    ]
    return "\n".join(path.read_text() for path in found)


def classes(sheet):
    text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", (ROOT / "static" / sheet).read_text(), flags=re.S)
    return set(CLASS.findall(text))


@pytest.mark.parametrize("sheet", ["site.css"])
def test_every_class_is_on_some_page(sheet):
    pages = written()
    words = set(re.findall(r"[a-z][\w-]*", pages))
    # "direction-{{ code }}" makes the rest of the name.
    begun = set(re.findall(r"([a-z][\w-]*-)(?=\{[{%])", pages)) | {
        begin + "-" for begin in re.findall(r"\"([a-z-]+)-\{", pages)
    }
    unused = {
        name
        for name in classes(sheet)
        if name not in words and not any(name.startswith(begin) for begin in begun)
    }
    assert unused <= FROM_ELSEWHERE
