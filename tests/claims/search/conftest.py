import pytest

from tests.claims.search.shelf import make_shelf


@pytest.fixture
def shelf(editor, reviewer):
    return make_shelf(editor=editor, reviewer=reviewer)
