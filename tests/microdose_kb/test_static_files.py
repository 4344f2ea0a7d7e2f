import shutil

import pytest
from django.conf import settings
from django.core.files.base import ContentFile

from microdose_kb.static_files import ModuleStaticFilesStorage

SCRIPTS = settings.BASE_DIR / "static"


@pytest.fixture
def storage(tmp_path):
    for script in SCRIPTS.glob("*.js"):
        shutil.copy(script, tmp_path)
    storage = ModuleStaticFilesStorage(location=tmp_path, base_url="/static/")
    names = [path.name for path in tmp_path.glob("*.js")]
    assert all(
        done is not None for _, done, _ in storage.post_process({n: (storage, n) for n in names})
    )
    return storage


@pytest.mark.parametrize(
    ("script", "imported"),
    [("theme.js", "memory.js"), ("site.js", "filter.js"), ("site.js", "theme.js")],
)
def test_script_imports_the_hashed_name(storage, script, imported):
    with storage.open(storage.stored_name(script)) as file:
        text = file.read().decode()
    assert f'"./{storage.stored_name(imported)}"' in text
    assert f'"./{imported}"' not in text


def test_stylesheet_is_served_without_comments(tmp_path):
    storage = ModuleStaticFilesStorage(location=tmp_path, base_url="/static/")
    source = (SCRIPTS / "site.css").read_bytes()
    with storage.open(storage.save("site.css", ContentFile(source))) as file:
        served = file.read()
    assert b"/*" in source
    assert b"/*" not in served
    assert len(served) < len(source)
    assert served.count(b"{") == source.count(b"{")
