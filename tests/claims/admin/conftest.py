import pytest
from zeal import zeal_ignore

from claims import reviewing
from tests.people import make_draft, make_profile


@pytest.fixture(autouse=True)
def deeds_ask_again():
    """A deed holds the claim and reads its rows again under the lock; tags are stored one by one."""
    repeated = ("claims.Assessment", "claims.Claim", "claims.Edition", "taggit.*")
    with zeal_ignore([{"model": model, "field": "get()"} for model in repeated]):
        yield


@pytest.fixture
def as_reviewer(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def draft(claim, source, editor):
    return make_draft(claim=claim, source=source, by=editor, comparator="placebo")


@pytest.fixture
def begun(judged, reviewer):
    """An assessment that its reviewer may submit."""
    make_profile(reviewer)
    return reviewing.begin(claim=judged, by=reviewer)
