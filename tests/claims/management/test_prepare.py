import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from claims.models import Claim
from claims.whole_base.built import built

pytestmark = pytest.mark.django_db


def prepare():
    output = StringIO()
    call_command("prepare", stdout=output)
    return output.getvalue()


def test_prepare_loads_the_corpus_and_makes_a_working_account(client):
    password = re.search(r"password {2}(\S+)", prepare())[1]
    assert Claim.objects.exists()
    client.post("/admin/login/", {"username": "admin", "password": password})
    assert client.get("/admin/").status_code == 200


def test_prepare_again_changes_nothing():
    prepare()
    before = get_user_model().objects.get(is_superuser=True).password, Claim.objects.count()
    assert "password" not in prepare()
    assert (
        get_user_model().objects.get(is_superuser=True).password,
        Claim.objects.count(),
    ) == before


def test_prepare_never_raises_an_ordinary_account_to_administrator():
    get_user_model().objects.create_user("admin")
    with pytest.raises(CommandError, match="manage.py createsuperuser"):
        prepare()


def test_prepare_builds_what_readers_take_away_once(settings, tmp_path):
    settings.EXPORT_DIR = tmp_path / "exports"
    assert "Built from 19 edition(s)" in prepare()
    before = built(settings.EXPORT_DIR)
    assert prepare() == ""
    assert built(settings.EXPORT_DIR) == before


def test_prepare_goes_on_where_nothing_can_be_built(settings, tmp_path):
    (tmp_path / "exports").write_text("mine")
    settings.EXPORT_DIR = tmp_path / "exports"
    prepare()
    assert Claim.objects.exists()
    assert (tmp_path / "exports").read_text() == "mine"
