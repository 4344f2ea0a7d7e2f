"""Corpus files to rows."""

import json

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from claims.corpus import SHIPPED, load
from claims.models import Claim, Edition, Evidence
from sources.models import Source
from tests.claims.corpus_files import counts, edit, edit_first, problems
from tests.people import make_draft, make_user

pytestmark = pytest.mark.django_db

EXPECTED = json.loads((SHIPPED.parents[1] / "tests/data/expected_suggestions.json").read_text())


def test_load_makes_one_edition_of_each_claim(corpus):
    assert counts() == [5, 19, 110, 171, 19]


@pytest.mark.parametrize("slug", EXPECTED)
def test_suggestion_is_the_expected_one(corpus, slug):
    suggestion = Edition.objects.get(slug=slug).document["suggestion"]
    given = {key: suggestion[key] for key in EXPECTED[slug]}
    given["flags"] = [flag["code"] for flag in given["flags"]]
    given["fragile_to"] = [study["key"] for study in given["fragile_to"]]
    assert given == EXPECTED[slug]


def everything():
    """Return all rows of the library, the desk and the shelf: tags, notices and histories too."""
    models = [
        model
        for label in ("taggit", "sources", "claims")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
    ]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def test_second_load_changes_nothing(corpus):
    before = everything()
    call_command("load_corpus", verbosity=0)
    assert everything() == before


def test_corpus_evidence_is_accepted_and_says_that_nobody_verified_it(corpus):
    item = Edition.objects.get(slug="microdose-mood").document["evidence"][0]
    assert (item["extracted_by"], item["verified_by"]) == ("the shipped corpus", None)


def test_corpus_verdicts_are_not_yet_reviewed(corpus):
    states = set(Edition.objects.values_list("review_state", flat=True))
    assert states == {"not-reviewed"}


def test_nobody_can_sign_in_as_the_corpus_account(corpus, client):
    account = Evidence.objects.first().extracted_by
    assert not account.is_active
    assert not account.has_usable_password()


def test_load_updates_what_nobody_touched(corpus, files):
    edit(files, "sources", lambda rows: rows[0].update(population="men"))
    call_command("load_corpus", files, verbosity=0)
    assert Source.objects.get(key="allen2024lsd").population == "men"


def test_load_updates_an_item_that_nobody_touched(corpus, files):
    edit(files, "evidence", lambda rows: rows[0].update(finding="Other words."))
    call_command("load_corpus", files, verbosity=0)
    newest = Edition.objects.current().get(slug="anti-inflammatory-benefits")
    assert (newest.number, newest.document["evidence"][0]["finding"]) == (2, "Other words.")


def test_sources_whose_order_of_authors_is_unknown_name_no_first_author(corpus):
    unordered = Source.objects.filter(authors_in_order=False)
    assert unordered.count() == 4
    assert not any(row.label.startswith(row.authors[0]["family"]) for row in unordered)


def nothing_is_there():
    return counts() == [0, 0, 0, 0, 0] and not get_user_model().objects.exists()


def test_record_that_clashes_at_the_last_moment_leaves_nothing(small_files):
    def clash(rows):
        yield from rows[:-1]
        people = make_user("meanwhile", role="Editors")
        claim = Claim.objects.get(slug=rows[-1]["claim"])
        source = Source.objects.get(key=rows[-1]["source"])
        make_draft(claim=claim, source=source, by=people, outcome=rows[-1]["outcome"])
        yield rows[-1]

    with pytest.raises(Exception, match="evidence.json, .*: cannot be written: "):
        load(small_files, progress=clash)
    assert nothing_is_there()


def test_database_that_fails_at_the_end_is_told_and_leaves_nothing(small_files):
    def fail(execute, sql, *arguments):
        if sql.startswith('INSERT INTO "claims_edition"'):
            raise OperationalError("disk full")
        return execute(sql, *arguments)

    with (
        connection.execute_wrapper(fail),
        pytest.raises(CommandError, match="Nothing was loaded; the database refused: disk full"),
    ):
        call_command("load_corpus", small_files)
    assert nothing_is_there()


def test_broken_corpus_leaves_no_account(small_files):
    edit_first(small_files, "sources", status="corrected", notices=None)
    problems(small_files)
    assert nothing_is_there()
