"""What the readers' scripts weigh, and what they may not do under the Content-Security-Policy."""

import gzip
import re

import pytest
from django.conf import settings

SCRIPTS = sorted((settings.BASE_DIR / "static").glob("*.js"))
MOST = 15_000
FORBIDDEN = re.compile(
    r"\beval\(|new Function|innerHTML|insertAdjacentHTML|\.style\b|document\.write"
)


def test_scripts_weigh_at_most_15_kb():
    assert sum(len(gzip.compress(script.read_bytes())) for script in SCRIPTS) <= MOST


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.name for script in SCRIPTS])
def test_script_writes_no_code_nor_style(script):
    assert not FORBIDDEN.findall(script.read_text())
