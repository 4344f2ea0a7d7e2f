import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
KEY = "0123456789" * 5


def start(**environment):
    """Loads the settings in a process whose environment has nothing else."""
    return subprocess.run(
        [sys.executable, "-c", "from microdose_kb import settings; print(settings.HTTPS)"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
    )


def test_start_without_a_key_is_refused():
    refused = start()
    assert refused.returncode != 0
    assert "DJANGO_SECRET_KEY is not set" in refused.stderr


def test_production_is_https_unless_told_otherwise():
    assert start(DJANGO_SECRET_KEY=KEY).stdout == "True\n"
    assert start(DJANGO_SECRET_KEY=KEY, DJANGO_HTTPS="0").stdout == "False\n"


def test_readme_names_every_variable_and_no_other():
    variable = r"\b(?:DJANGO|DATABASE|PYTEST)_[A-Z_]+\b"
    read = re.findall(variable, (ROOT / "microdose_kb" / "settings.py").read_text())
    section = (ROOT / "README.md").read_text().partition("\n## Settings\n")[2].partition("\n## ")[0]
    documented = re.findall(rf"^\| `({variable})`", section, re.MULTILINE)
    assert sorted(documented) == sorted(set(read))


@pytest.mark.parametrize("name", ["DJANGO_DEBUG", "DJANGO_HTTPS", "DJANGO_TRUST_PROXY"])
def test_flags_stop_the_start_when_misspelt(name):
    assert f'{name} is "maybe"' in start(DJANGO_SECRET_KEY=KEY, **{name: "maybe"}).stderr
