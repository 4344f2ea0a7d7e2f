"""An editor at the desk, and an import of two papers that waits for decisions."""

import pytest
from zeal import zeal_ignore

from tests.sources.admin.import_pages import LIST
from tests.sources.intake.citation_files import paper, stage


@pytest.fixture
def deeds_ask_again():
    """A deed holds its rows again, and tags are stored one by one."""
    repeated = ("claims.Claim", "sources.Source", "taggit.*")
    with zeal_ignore([{"model": model, "field": "get()"} for model in repeated]):
        yield


@pytest.fixture
def imports_ask_again():
    """A deed holds its row again."""
    with zeal_ignore([{"model": "sources.Import", "field": "get()"}]):
        yield


@pytest.fixture
def batch(editor):
    return stage(paper(1), paper(2), by=editor)


@pytest.fixture
def press(as_editor, batch):
    def press(deed, follow=True, **data):
        return as_editor.post(f"{LIST}{batch.pk}/deed/", {"deed": deed} | data, follow=follow)

    return press
