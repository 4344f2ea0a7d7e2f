import pytest
from zeal import zeal_ignore


@pytest.fixture(autouse=True)
def deeds_hold_their_rows_again():
    """A deed holds the claim and publishing holds it once more: no question per row."""
    with zeal_ignore([{"model": "claims.Claim", "field": "get()"}]):
        yield
