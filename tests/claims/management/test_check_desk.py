from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.models import Evidence
from tests.people import make_draft

pytestmark = pytest.mark.django_db


def test_check_desk_says_that_all_agree(claim, source, editor):
    make_draft(claim=claim, source=source, by=editor)
    output = StringIO()
    call_command("check_desk", stdout=output)
    assert output.getvalue() == "1 claim(s): desk, log and editions agree.\n"


def test_check_desk_fails_and_says_how_to_mend(claim, source, editor):
    item = make_draft(claim=claim, source=source, by=editor)
    Evidence.objects.update(state="proposed")
    output = StringIO()
    with pytest.raises(CommandError, match=r"disagreement\(s\)"):
        call_command("check_desk", stdout=output)
    assert f"Evidence {item.pk} (a-claim, smith2024trial: mood" in output.getvalue()
    assert "To mend it, open /admin/" in output.getvalue()
