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


def manage(*command, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("command", ["prepare", "check", "rate"])
def test_command_without_a_key_says_so_in_one_line(command):
    refused = manage(command)
    assert refused.returncode == 1
    assert refused.stderr.startswith("DJANGO_SECRET_KEY is not set. Make a key with:")
    assert refused.stderr.count("\n") == 1


def test_command_shows_the_traceback_when_asked():
    assert "Traceback" in manage("check", "--traceback").stderr


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_site_in_memory_is_neither_prepared_nor_served(url):
    memory = {"DJANGO_SECRET_KEY": KEY, "DATABASE_URL": url}
    prepared = manage("prepare", **memory)
    assert (prepared.returncode, prepared.stdout) == (1, "")
    served = manage("shell", "-c", "import microdose_kb.wsgi", **memory)
    for refused in (prepared, served):
        assert "names a database in memory" in refused.stderr
    assert manage("check", **memory).returncode == 0


@pytest.mark.parametrize(
    "url", ["sqlite:////", "sqlite:////no/such/place/kb.sqlite3", "postgresql://127.0.0.1:1/kb"]
)
def test_prepare_says_what_to_do_about_an_unusable_database(url):
    refused = manage("prepare", DJANGO_SECRET_KEY=KEY, DATABASE_URL=url)
    assert refused.returncode == 1
    assert "correct DATABASE_URL" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_start_without_a_key_is_refused():
    refused = start()
    assert refused.returncode != 0
    assert "DJANGO_SECRET_KEY is not set" in refused.stderr


def test_production_is_https_unless_told_otherwise():
    assert start(DJANGO_SECRET_KEY=KEY).stdout == "True\n"
    assert start(DJANGO_SECRET_KEY=KEY, DJANGO_HTTPS="0").stdout == "False\n"


def test_readme_names_every_variable_and_no_other():
    variable = r"\b(?:DJANGO|DATABASE|PYTEST|REQUIRE|CROSSREF|PUBMED|CONTACT|EXPORT)_[A-Z0-9_]+\b"
    read = re.findall(variable, (ROOT / "microdose_kb" / "settings.py").read_text())
    section = (ROOT / "README.md").read_text().partition("\n## Settings\n")[2].partition("\n## ")[0]
    documented = re.findall(rf"^\| `({variable})`", section, re.MULTILINE)
    assert sorted(documented) == sorted(set(read))


@pytest.mark.parametrize(
    "name", ["DJANGO_DEBUG", "DJANGO_HTTPS", "DJANGO_TRUST_PROXY", "REQUIRE_2FA"]
)
def test_flags_stop_the_start_when_misspelt(name):
    assert f'{name} is "maybe"' in start(DJANGO_SECRET_KEY=KEY, **{name: "maybe"}).stderr
