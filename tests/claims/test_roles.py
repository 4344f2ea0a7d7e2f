"""What the migration lets each role do."""

import pytest

from claims.roles import EDITORS, REVIEWERS
from tests.people import group

pytestmark = pytest.mark.django_db
DECIDING = {
    *("accept_evidence", "withdraw_evidence", "change_claim", "change_searchrecord"),
    *("assess_claim", "view_assessment", "add_assessment", "change_assessment"),
    *("add_assignment", "change_assignment"),
}


def codenames(name):
    return set(group(name).permissions.values_list("codename", flat=True))


def test_editors_write_and_propose_but_do_not_decide():
    may = codenames(EDITORS)
    assert {"add_source", "change_source", "add_evidence", "propose_evidence"} <= may
    assert not DECIDING & may


def test_reviewers_may_all_that_and_decide():
    assert codenames(REVIEWERS) == codenames(EDITORS) | DECIDING


def test_nobody_may_delete():
    assert not any(name.startswith("delete") for name in codenames(REVIEWERS))
