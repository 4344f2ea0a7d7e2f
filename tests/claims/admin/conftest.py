import pytest
from zeal import zeal_ignore

from claims import desk
from tests.people import make_draft


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
def proposed(draft, editor):
    return desk.propose(evidence=draft, by=editor)


@pytest.fixture
def accepted(proposed, reviewer):
    return desk.accept(evidence=proposed, by=reviewer)
