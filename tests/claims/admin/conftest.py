import pytest
from zeal import zeal_ignore


@pytest.fixture(autouse=True)
def deeds_ask_again():
    """A deed holds the claim, and publishing holds it once more; tags are stored one by one."""
    repeated = ("claims.Claim", "taggit.*")
    with zeal_ignore([{"model": model, "field": "get()"} for model in repeated]):
        yield
