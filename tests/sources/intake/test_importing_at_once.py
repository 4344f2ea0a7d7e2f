"""Two curators at once, on two real connections."""

import pytest

from sources.intake import importing, undoing
from sources.models import Source, State
from tests.claims.test_concurrency import at_once
from tests.people import make_user
from tests.sources.intake.citation_files import bring, paper, stage

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def people(transactional_db):
    return make_user("edith", role="Editors"), make_user("emil", role="Editors")


def test_two_files_with_one_record_bring_it_once(people):
    edith, emil = people
    one = stage(paper(1), paper(2), by=edith)
    other = stage(paper(2), paper(3), by=emil)
    raised = at_once(
        lambda: importing.take_in(batch=one, by=edith),
        lambda: importing.take_in(batch=other, by=emil),
    )
    assert raised == [None, None]
    assert Source.objects.count() == 3


def test_double_click_takes_in_once(people):
    edith, _ = people
    batch = stage(paper(1), by=edith)
    raised = at_once(*[lambda: importing.take_in(batch=batch, by=edith)] * 2)
    assert {type(error) for error in raised} == {type(None), importing.Closed}
    assert Source.objects.count() == 1


def test_discarding_and_taking_in_at_once_end_in_one_state(people):
    edith, emil = people
    batch = stage(paper(1), by=edith)
    at_once(
        lambda: importing.take_in(batch=batch, by=edith),
        lambda: importing.discard(batch=batch, by=emil),
    )
    batch.refresh_from_db()
    assert Source.objects.count() == (batch.state == State.DONE)


def test_two_undo_one_import_once(people):
    edith, emil = people
    batch = bring(paper(1), by=edith)
    raised = at_once(*[lambda: undoing.undo(batch=batch, by=emil, reason="Wrong file.")] * 2)
    assert {type(error) for error in raised} == {type(None), importing.Closed}
