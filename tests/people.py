"""Accounts and rows for tests, made by the product's own deeds."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group, User

from claims import argument, desk
from claims.models import Claim, Evidence
from sources.intake import library
from sources.models import Source


def make_user(name, *, role="", **fields):
    """Return an account without a password (hashing one is slow); tests use `client.force_login`."""
    user = User.objects.create_user(name, **fields)
    if role:
        user.groups.add(group(role))
    return user


def group(role):
    """Return a role's group; a test on several connections empties the tables, groups and all."""
    if not Group.objects.filter(name=role).exists():
        import_module("claims.migrations.0003_roles").make_roles(apps, None)
    return Group.objects.get(name=role)


def make_source(*, by, key="smith2024trial", tags=(), includes=(), **fields):
    given = {
        "type": "article-journal",
        "title": f"A trial called {key}",
        "container_title": "Journal of Trials",
        "year": 2024,
        "authors": [{"family": "Smith", "given": "Ada"}],
        "url": f"https://example.org/{key}",
        "design": "rct-parallel",
        "species": "human",
        "sample_size": 120,
        "substances": "lsd",
        "dose_regime": "microdose",
        "study": key,
    } | fields
    return library.add(source=Source(key=key, **given), by=by, tags=tags, includes=includes)


def make_claim(*, by, slug="a-claim", tags=(), **fields):
    given = {
        "order": 1,
        "step": "benefit",
        "statement": "Microdosing does something.",
        "kind": "effect",
        "scope": "microdose",
        "target_population": "Adults",
        "target_dose": "A tenth of a usual dose",
        "target_comparator": "Placebo",
        "target_outcomes": "Something",
        "article_says": "Put forward as a possibility.",
    } | fields
    return argument.add_claim(claim=Claim(slug=slug, **given), by=by, tags=tags)


def make_draft(*, claim, source, by, outcome="mood after a week", **fields):
    given = {
        "direction": "no-effect",
        "point": "no-difference",
        "outcome_kind": "self-report",
        "outcome_role": "primary",
        "n_analysed": 120,
        "blinding": "intact",
        "risk_of_bias": "low",
        "rob_note": "Registered, randomised by a third party, no one lost.",
        "d_population": "direct",
        "d_dose": "direct",
        "d_outcome": "direct",
        "d_comparator": "direct",
        "basis": "full-text",
        "finding": "Mood did not differ.",
        "locator": "Table 2",
    } | fields
    evidence = Evidence(claim=claim, source=source, outcome=outcome, **given)
    return desk.enter(evidence=evidence, by=by)


def make_proposed(*, by, **fields):
    return desk.propose(evidence=make_draft(by=by, **fields), by=by)


def make_accepted(*, by, accepted_by, **fields):
    return desk.accept(evidence=make_proposed(by=by, **fields), by=accepted_by)
