import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests import postgres

SCRIPT = Path(postgres.__file__)
SHOW_URL = [sys.executable, "-c", "import os; print(os.environ['DATABASE_URL'])"]


def run(command, **environment):
    """Without the address that the suite itself runs on, unless a test gives one."""
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, SCRIPT, *command], env=clean | environment, capture_output=True, text=True
    )


def directory(url):
    return Path(unquote(url.strip().partition("host=")[2]))


@pytest.mark.postgresql
def test_cluster_is_removed_after_the_command():
    url = run(SHOW_URL).stdout
    assert url.startswith("postgresql://")
    assert not directory(url).exists()


@pytest.mark.postgresql
def test_status_of_the_command_is_passed_on():
    assert run([sys.executable, "-c", "raise SystemExit(7)"]).returncode == 7


@pytest.mark.postgresql
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_cluster_is_removed_when_interrupted(number):
    wait = "import os, sys; print(os.environ['DATABASE_URL'], flush=True); sys.stdin.read()"
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with subprocess.Popen(
        [sys.executable, SCRIPT, sys.executable, "-c", wait],
        env=clean,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        place = directory(running.stdout.readline())
        assert place.exists()
        running.send_signal(number)
        running.wait()
    assert not place.exists()


def test_given_postgresql_address_is_used():
    given = "postgresql://somebody@127.0.0.1/theirs"
    assert run(SHOW_URL, DATABASE_URL=given).stdout.strip() == given


def test_nothing_to_run_is_explained():
    assert "COMMAND" in run([]).stderr


def test_missing_program_names_the_package(tmp_path):
    with pytest.raises(postgres.Missing, match="apt-get install postgresql"):
        postgres.binary("initdb", search=str(tmp_path))


def test_newest_version_is_chosen():
    assert postgres.version(Path("/usr/lib/postgresql/15/bin")) > postgres.version(
        Path("/usr/lib/postgresql/9/bin")
    )
