"""Runs a command with DATABASE_URL naming a temporary PostgreSQL cluster of its own.

    python tests/postgres.py COMMAND [ARGUMENT ...]

A DATABASE_URL that already names a PostgreSQL database is used as it is. PostgreSQL refuses to run
as root, so root starts the cluster as the user postgres, whom every package of PostgreSQL makes.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

REMEDY = "Install PostgreSQL's server (apt-get install postgresql), or set DATABASE_URL to a PostgreSQL database."
OWNER = "postgres"
# A cluster of one test run may lose its data in a power cut; it may not wait for the disk.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
}


class Missing(Exception):
    """What the cluster needs is not on this computer."""


class Cluster:
    """A cluster in one directory, reached through a socket there that only its owner can open."""

    def __init__(self, directory):
        self.directory = Path(directory)
        self.data = self.directory / "data"
        self.url = f"postgresql://{OWNER}@/postgres?host={quote(str(directory), safe='')}"

    def create(self):
        if is_root():
            shutil.chown(self.directory, OWNER)
        self._run(
            "initdb",
            *("--username", OWNER, "--auth", "trust", "--no-sync"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8"),
        )

    def start(self):
        settings = SETTINGS | {"unix_socket_directories": str(self.directory)}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self._run(
            "pg_ctl", "start", "--wait", "--log", str(self.directory / "log"), "--options", options
        )

    def stop(self):
        self._run("pg_ctl", "stop", "--wait", "--mode", "immediate")

    def _run(self, program, *arguments):
        command = [*as_owner(), binary(program), "--pgdata", str(self.data), *arguments]
        done = subprocess.run(command, cwd=self.directory, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{done.stdout}{done.stderr}")


def is_root():
    return os.geteuid() == 0


def as_owner():
    return ["runuser", "-u", OWNER, "--"] if is_root() else []


def binary(program, search=None):
    """Debian keeps the server's programs off the PATH, in a directory for each version."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    places = os.pathsep.join([os.environ.get("PATH", ""), *map(str, debian)])
    found = shutil.which(program, path=places if search is None else search)
    if found is None:
        raise Missing(f"{program} was not found. {REMEDY}")
    return found


def version(directory):
    name = directory.parent.name
    return int(name) if name.isdigit() else 0


@contextmanager
def cluster():
    binary("initdb")
    with tempfile.TemporaryDirectory(prefix="microdose-pg-", ignore_cleanup_errors=True) as place:
        server = Cluster(place)
        server.create()
        try:
            server.start()
            yield server
        finally:
            if (server.data / "postmaster.pid").exists():
                server.stop()


def run(command):
    """The command's exit status; Ctrl-C and a kill stop the cluster on the way out."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        return subprocess.call(command)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: sys.exit(128 + number))
    # A shell starts what runs in the background with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with cluster() as server:
        return subprocess.call(command, env=os.environ | {"DATABASE_URL": server.url})


def main(command):
    if not command:
        return f"Nothing to run.\n{__doc__}"
    try:
        return run(command)
    except Missing as missing:
        return str(missing)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
