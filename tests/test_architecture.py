"""Imports point one way (docs/architecture.md); the table in `tests/imports/` is the rule."""

import ast
from pathlib import Path

import pytest

from tests.imports.allowed import ALLOWED, PARTS

ROOT = Path(__file__).resolve().parent.parent
OURS = ("microdose_kb", "sources", "claims")

ONE_IMPORTER = {
    "markdown": "microdose_kb.prose",
    "bleach": "microdose_kb.prose",
    "pylatexenc": "sources.intake.latex",
    "requests": "sources.intake.service",
    "resvg_py": "claims.figures.png",
    "snowballstemmer": "claims.search.words",
}
PURE = (
    "claims.methods",
    "claims.sensitivity",
    "claims.comparing",
    "claims.rated_documents",
    "claims.switches",
    "claims.what_if",
    "claims.what_if_words",
    "claims.rating",
    "claims.upgrades",
    "claims.what_would_change",
    "claims.who_decided",
    "claims.figures",
    "claims.exports",
    "claims.whole_base.data_package",
    "claims.whole_base.sql",
    "sources.identifiers",
    "sources.keys",
    "sources.citations",
    "sources.initials",
    "sources.formats",
    "sources.intake.record",
    "sources.intake.bibtex",
    "sources.intake.bibtex_entries",
    "sources.intake.bibtex_parents",
    "sources.intake.csl",
    "sources.intake.dates",
    "sources.intake.fields",
    "sources.intake.kinds",
    "sources.intake.latex",
    "sources.intake.matching",
    "sources.intake.names",
    "sources.intake.nbib",
    "sources.intake.reading",
    "sources.intake.ris",
    "sources.intake.ris_authors",
    "sources.intake.ris_identifiers",
    "sources.intake.signatures",
    "sources.intake.text_files",
    "sources.intake.texts",
    "sources.intake.told",
    "sources.intake.uniting",
    "sources.intake.answers",
    "sources.intake.crossref_works",
    "sources.intake.found_notices",
    "sources.intake.pubmed_records",
    "sources.intake.retraction_watch",
)
READERS = (
    "claims.api",
    "claims.views",
    "claims.exports",
    "claims.figures",
    "claims.templatetags",
    "claims.context",
    "claims.feeds",
    "claims.whole_base.artefacts",
    "claims.whole_base.corpus_records",
    "claims.whole_base.rows",
    "claims.whole_base.shelf",
)
DESK = {"Evidence", "Source", "desk"}


def modules():
    for package in OURS:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts and path.read_text().strip():
                name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                yield name.removesuffix(".__init__"), path


MODULES = dict(modules())


def imports(name):
    """Yield the full name of everything that a module imports, wherever in it."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            base = parts[: len(parts) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def is_within(name, place):
    return name == place or name.startswith(f"{place}.")


def rule_for(name):
    fitting = [place for place in ALLOWED if is_within(name, place)]
    return ALLOWED[max(fitting, key=len)] if fitting else None


def test_table_names_each_module_once():
    assert sum(len(part) for part in PARTS) == len(ALLOWED)


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_one_way(name):
    assert rule_for(name) is not None, f"{name} has no entry in ALLOWED; say what it may import."
    ours = {imported for imported in imports(name) if imported.split(".")[0] in OURS}
    wrong = {i for i in ours if not any(is_within(i, place) for place in rule_for(name))}
    assert not wrong


@pytest.mark.parametrize("name", [n for n in MODULES if any(is_within(n, p) for p in PURE)])
def test_pure_modules_know_no_framework(name):
    assert not {imported for imported in imports(name) if is_within(imported, "django")}


def named(name):
    """Yield every name and attribute in a module's code."""
    for node in ast.walk(ast.parse(MODULES[name].read_text())):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
    yield from (part for imported in imports(name) for part in imported.split("."))


@pytest.mark.parametrize("name", [n for n in MODULES if any(is_within(n, p) for p in READERS)])
def test_readers_pages_never_name_the_desk(name):
    assert not DESK & set(named(name))


@pytest.mark.parametrize("library", ONE_IMPORTER)
def test_library_has_one_importer(library):
    importers = {name for name in MODULES if any(is_within(i, library) for i in imports(name))}
    assert importers == {ONE_IMPORTER[library]}


def test_near_equal_words_are_found_in_two_places():
    users = {name for name in MODULES if any(is_within(i, "rapidfuzz") for i in imports(name))}
    assert users == {"claims.search.spelling", "sources.intake.matching"}


def test_html_is_marked_safe_in_one_place():
    places = {name for name, path in MODULES.items() if "mark_safe" in path.read_text()}
    assert places == {"microdose_kb.prose"}


def test_templates_escape_everything():
    unsafe = [
        path.name
        for path in (ROOT / "templates").rglob("*.html")
        if "|safe" in path.read_text() or "autoescape off" in path.read_text()
    ]
    assert unsafe == []


def test_one_signal_is_defined():
    defining = {name for name, path in MODULES.items() if "Signal()" in path.read_text()}
    assert defining == {"sources.signals"}


def test_sources_name_claims_nowhere():
    naming = {
        name
        for name, path in MODULES.items()
        if is_within(name, "sources") and '"claims' in path.read_text()
    }
    assert naming == set()
