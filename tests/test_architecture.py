"""Imports point one way (docs/architecture.md); this table is the rule."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("microdose_kb", "sources", "claims")

# Labels, definitions and counts in words; never the rule itself.
WORDS = ["claims.rating.vocabulary", "claims.rating.wording"]
# What readers see.
SHELF = ["claims.models.Edition", "claims.models.Citation"]
# What changes the desk.
DEEDS = ["claims.argument", "claims.desk", "claims.editions", "claims.refusals", "sources.intake"]
# What corpus files are checked against, loaded into and written from.
STORED = ["claims.models", "claims.records", "microdose_kb.tagging", "sources"]

# A module (or all below it) -> what of ours it may import. The longest name that fits decides.
ALLOWED = {
    "microdose_kb": ["microdose_kb"],
    "microdose_kb.settings": ["microdose_kb.environment"],
    "microdose_kb.prose": [],
    "sources": ["sources", "microdose_kb"],
    "sources.identifiers": [],
    "sources.citations": [],
    "sources.vocabulary": [],
    "sources.duplicates": [],
    "sources.intake.found_notices": ["sources.identifiers"],
    "sources.intake.retraction_watch": [
        "sources.intake.found_notices",
        "sources.vocabulary.NoticeKind",
    ],
    "sources.management": ["sources.intake", "sources.vocabulary.NoticeKind"],
    "claims.rating": ["claims.rating"],
    "claims.states": [],
    "claims.models": [
        "claims.assessment_checks",
        "claims.models",
        "claims.rating",
        "claims.states",
        "claims.upgrades",
        "sources",
        "microdose_kb",
    ],
    "claims.streams": ["claims.rating"],
    "claims.what_would_change": ["claims.rating", "claims.streams"],
    "claims.who_decided": [*WORDS, "claims.streams"],
    "claims.summaries": ["claims.rating", "claims.streams"],
    "claims.rated_documents": [
        "claims.accepted_forms.item_of",
        "claims.rating",
        "claims.streams",
    ],
    "claims.switches": ["claims.rating"],
    "claims.what_if": [
        "claims.rated_documents",
        "claims.rating",
        "claims.switches",
    ],
    "claims.what_if_words": [*WORDS, "claims.switches", "claims.what_if"],
    "claims.accepted_forms": ["claims.rating"],
    "claims.documents": [
        "claims.accepted_forms",
        "claims.models",
        "claims.rated_documents",
        "claims.rating",
        "claims.review_documents",
        "claims.search_documents",
        "claims.states",
        "claims.streams",
        "claims.upgrades.SCHEMA",
        "sources.records",
    ],
    "claims.review_documents": [
        "claims.accepted_forms",
        "claims.assessment_checks.DOMAINS",
        "claims.comparing",
        "claims.models",
        "claims.rated_documents",
        "claims.rating",
        "claims.summaries",
    ],
    "claims.search_documents": ["claims.rating.wording", "claims.upgrades"],
    "claims.comparing": ["claims.rating"],
    "claims.upgrades": [],
    "claims.editions": [
        "claims.documents",
        "claims.models",
        "claims.search.index",
        "claims.summaries",
        "sources",
    ],
    "claims.search": [
        "claims.models.SearchDocument",
        "claims.models.SearchWord",
        "claims.search.engines",
        "claims.search.facets",
        "claims.search.query",
        "claims.search.snippets",
        "claims.search.spelling",
    ],
    "claims.search.engines": ["claims.search.engines"],
    "claims.search.facets": ["claims.rating.vocabulary", "sources.vocabulary"],
    "claims.search.index": [
        "claims.models",
        "claims.search.facets.NEXT",
        "claims.search.rows.rows",
        "claims.search.words.known_words",
    ],
    "claims.search.query": ["claims.search.words"],
    "claims.search.rows": ["claims.search.facets", "claims.search.words", "claims.summaries"],
    "claims.search.snippets": ["claims.search.words"],
    "claims.search.spelling": ["claims.models.SearchWord", "claims.search.words"],
    "claims.search.words": [],
    "claims.desk_steps": [
        "claims.editions",
        "claims.models",
        "claims.refusals",
        "claims.roles",
        "claims.states",
    ],
    "claims.desk": [
        "claims.accepted_forms",
        "claims.desk_steps",
        "claims.editions.lock",
        "claims.refusals",
        "claims.states",
    ],
    "claims.desk_check": [
        "claims.accepted_forms",
        "claims.documents",
        "claims.models",
        "claims.states",
    ],
    "claims.searches": [
        "claims.editions",
        "claims.models",
        "claims.refusals",
        "claims.states",
    ],
    "claims.people": [
        "claims.models",
        "claims.rating.vocabulary",
        "claims.refusals",
        "sources.identifiers",
    ],
    "claims.assignments": ["claims.accepted_forms", "claims.models", "claims.refusals"],
    "claims.argument": [
        "claims.desk_steps",
        "claims.editions",
        "claims.models",
        "claims.refusals",
        "microdose_kb.tagging",
    ],
    "claims.assessment_checks": WORDS,
    "claims.reviewing": [
        "claims.accepted_forms.public_name",
        "claims.assessment_checks",
        "claims.assignments",
        "claims.editions",
        "claims.models",
        "claims.people.is_due",
        "claims.rating.vocabulary",
        "claims.refusals",
    ],
    "claims.figures": ["claims.figures", *WORDS],
    "claims.exports": ["claims.exports", *WORDS, "sources.citations"],
    "claims.refusals": [],
    "claims.roles": [],
    "claims.article": [],
    "claims.glossary": WORDS,
    "claims.sensitivity": ["claims.rated_documents", "claims.rating"],
    "claims.templatetags.method_pages": [*WORDS, "claims.methods"],
    "claims.methods": ["claims.methods", "claims.rating"],
    "claims.context": SHELF,
    "claims.views": [
        *SHELF,
        *WORDS,
        "claims.article",
        "claims.glossary",
        "claims.comparing",
        "claims.editions",
        "claims.exports",
        "claims.figures",
        "claims.methods",
        "claims.sensitivity",
        "claims.rated_documents",
        "claims.streams",
        "claims.switches",
        "claims.templatetags.tag_names",
        "claims.views",
        "claims.what_if",
        "claims.what_if_words",
        "claims.what_would_change",
        "claims.who_decided",
        "microdose_kb.prose",
        "sources.citations",
        "sources.vocabulary",
    ],
    "claims.notes": [
        "claims.desk",
        "claims.models",
        "claims.refusals",
        "microdose_kb.proxy.network_of",
        "sources.intake",
    ],
    "claims.note_forms": ["claims.models.note"],
    "claims.views.search": [
        *SHELF,
        *WORDS,
        "claims.search",
        "claims.views",
        "sources.vocabulary",
    ],
    "claims.views.note": [*SHELF, "claims.note_forms", "claims.notes", "claims.views"],
    # The people of the desk, by their nature public (docs/decisions.md).
    "claims.views.reviewers": [*SHELF, "claims.models.Profile", "claims.views"],
    "claims.views.reviewer_rows": [*WORDS, "claims.rating.agreement"],
    "claims.templatetags.figures": ["claims.figures"],
    "claims.templatetags.notes": ["claims.note_forms"],
    "claims.templatetags.tag_names": [],
    "claims.feeds": [*SHELF, *WORDS, "claims.exports", "claims.views.filters"],
    "claims.urls": ["claims.feeds", "claims.views"],
    "claims.templatetags": [
        *WORDS,
        "claims.accepted_forms.public_name",
        "claims.exports",
        "microdose_kb.prose",
    ],
    "claims.lints": ["claims.states", "microdose_kb.lints"],
    "claims.desk_work": [
        "claims.lints",
        "claims.models",
        "claims.states",
        "sources.duplicates",
        "sources.lints",
        "sources.models",
    ],
    "claims.assessing_work": [*WORDS, "claims.models", "claims.views.dates"],
    "claims.templatetags.glossary": ["claims.glossary"],
    "claims.templatetags.desk": ["claims.admin.front_page"],
    "claims.admin.front_page": ["claims.assessing_work", "claims.desk_work"],
    "claims.admin.queue": [
        "claims.accepted_forms",
        "claims.admin",
        "claims.desk_work",
        "claims.refusals",
        "microdose_kb.changes",
        "sources.citations",
    ],
    "claims.admin.note_forms": [
        "claims.admin",
        "claims.models",
        "sources.forms",
        "sources.identifiers",
        "sources.models",
    ],
    "claims.admin.note": [
        "claims.admin",
        "claims.models",
        "claims.notes",
        "claims.refusals",
        "microdose_kb",
        "sources.intake",
    ],
    "claims.admin": [
        *WORDS,
        *DEEDS,
        "claims.lints",
        "claims.assessment_checks",
        "claims.comparing",
        "claims.reviewing",
        "claims.assignments",
        "claims.people",
        "claims.searches",
        "claims.accepted_forms",
        "claims.admin",
        "claims.models",
        "claims.rating.directness",
        "claims.states",
        "microdose_kb",
        "sources.vocabulary",
        "sources.forms.IdentifierField",
        "sources.identifiers",
        "sources.validators",
    ],
    "claims.records": ["claims.accepted_forms", "claims.rating.strict_json", "claims.states"],
    "claims.corpus_values": [],
    "claims.corpus_notices": ["claims.corpus_values", "sources"],
    "claims.corpus_checks": [
        "claims.corpus_notices",
        "claims.corpus_values",
        *STORED,
    ],
    "claims.corpus_files": ["claims.corpus_checks", "claims.rating.strict_json"],
    "claims.corpus_dump": [
        "claims.corpus_notices",
        *STORED,
        "claims.rating.strict_json",
    ],
    "claims.corpus_rows": [
        *DEEDS,
        "claims.accepted_forms",
        "claims.corpus_dump",
        "claims.corpus_files",
        "claims.corpus_notices",
        *STORED,
        "claims.roles",
        "claims.states",
    ],
    "claims.corpus": [
        "claims.corpus_files",
        "claims.corpus_rows",
        "claims.editions",
        "claims.models",
        "sources.models",
    ],
    "claims.management": [
        *SHELF,
        "claims.corpus",
        "claims.corpus_dump",
        "claims.corpus_files",
        "claims.exports",
        "microdose_kb.environment",
    ],
    "claims.management.commands.check_desk": ["claims.desk_check", "claims.models.Claim"],
    "claims.management.commands.prepare": [
        "claims.models.Claim",
        "claims.search.index",
        "microdose_kb.environment",
    ],
    "claims.management.commands.rebuild_search": [
        "claims.models.SearchDocument",
        "claims.search.index",
    ],
    "claims.management.commands.rate": ["claims.rating"],
    "claims.management.commands.republish": [
        "claims.corpus",
        "claims.editions",
        "claims.models.Claim",
        "claims.rating.RULE",
        "claims.search.index",
    ],
    "claims.apps": ["claims.editions"],
}
ONE_IMPORTER = {
    "markdown": "microdose_kb.prose",
    "bleach": "microdose_kb.prose",
    "requests": "sources.intake.crossref",
    "resvg_py": "claims.figures.png",
    "snowballstemmer": "claims.search.words",
    "rapidfuzz": "claims.search.spelling",
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
    "sources.identifiers",
    "sources.citations",
    "sources.intake.found_notices",
    "sources.intake.retraction_watch",
)
READERS = (
    "claims.views",
    "claims.exports",
    "claims.figures",
    "claims.templatetags",
    "claims.context",
    "claims.feeds",
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
