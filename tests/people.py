"""Accounts and rows for tests, made by the product's own deeds."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.utils import timezone

from claims import argument, desk, people, reviewing
from claims.assessment_checks import DOMAINS, suggested
from claims.models import Claim, Evidence
from sources.intake import library
from sources.models import Source


def make_user(name, *, role="", **fields):
    """Return an account without a password (hashing one is slow); tests use `client.force_login`."""
    user = User.objects.create_user(name, **fields)
    if role:
        user.groups.add(group(role))
    return user


def make_keeper():
    """Return the account that may do what no role may: add claims and mechanisms."""
    known = User.objects.filter(username="keeper").first()
    return known or User.objects.create_superuser("keeper")


def group(role):
    """Return a role's group; a test on several connections empties the tables, groups and all."""
    if not Group.objects.filter(name=role).exists():
        import_module("claims.migrations.0003_roles").make_roles(apps, None)
        import_module("claims.migrations.0005_desk_rows").widen_roles(apps, None)
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
    by = by if by.has_perm("claims.add_claim") else make_keeper()
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


def make_profile(user, **fields):
    """Give a person a public profile whose interests were declared today."""
    given = {
        "first_name": user.first_name or user.username.title(),
        "last_name": user.last_name or "Example",
        "affiliation": "University of Example",
        "orcid": "",
        "interest_kinds": [],
        "interests": "None declared.",
    } | fields
    return people.introduce(user=user, by=user, today=timezone.localdate(), **given)


def make_assessment(*, claim, by, kind="independent", verdict="", certainty="", **fields):
    """Submit an assessment; without a verdict it takes the suggestion's."""
    if not hasattr(by, "profile"):
        make_profile(by)
    draft = reviewing.begin(claim=claim, by=by, kind=kind)
    suggestion = suggested(reviewing.current_edition(claim).document)
    levels = {-2: "very-serious", -1: "serious", 0: "none"}
    given = {
        "verdict": verdict or suggestion["verdict"],
        "certainty": certainty or (not verdict and suggestion["certainty"]) or "",
        "lay_sentence": f"{by.first_name or by.username} says so in one sentence.",
        "rationale": "Weighed study by study.",
        "interests": "None declared.",
        "departure_reason": "The largest trial measured something else than the claim names.",
    }
    for field, name in DOMAINS.items():
        given |= {field: levels[suggestion["domains"][name]], f"{field}_reason": "As the rule."}
    for name, value in (given | fields).items():
        setattr(draft, name, value)
    return reviewing.submit(assessment=draft, by=by, seen=reviewing.current_edition(claim))
