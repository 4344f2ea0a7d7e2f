from io import StringIO

import pytest
from django.core.management import call_command

from claims.models import SearchDocument
from claims.search import index, search

pytestmark = pytest.mark.django_db


def lose_the_search():
    """An older database has editions and no search documents."""
    SearchDocument.objects.all().delete()


def test_rebuild_search_finds_again(claim):
    lose_the_search()
    output = StringIO()
    call_command("rebuild_search", stdout=output)
    assert output.getvalue() == "1 search document(s).\n"
    assert search("microdosing", {}).total == 1


def test_republish_rebuilds_the_search(claim):
    lose_the_search()
    call_command("republish", stdout=StringIO())
    assert search("microdosing", {}).total == 1


def test_missing_search_is_noticed(claim):
    assert not index.is_missing()
    lose_the_search()
    assert index.is_missing()
