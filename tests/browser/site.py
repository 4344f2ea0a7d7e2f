"""The site as production serves it: a process, an environment and a database of its own."""

import fcntl
import http.client
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

HOST = "127.0.0.1"
SECONDS = 120
EDITOR, REVIEWER, ADMINISTRATOR = "edith", "rosa", "ada"
SECOND, THIRD = "sven", "tove"
ACCOUNTS = """
from tests.people import make_user

make_user({editor!r}, role="Editors", is_staff=True, password={password!r})
make_user({reviewer!r}, role="Reviewers", is_staff=True, password={password!r})
make_user({second!r}, role="Reviewers", is_staff=True, password={password!r})
make_user({third!r}, role="Reviewers", is_staff=True, password={password!r})
make_user({administrator!r}, is_superuser=True, is_staff=True, password={password!r})
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def media_type(self):
        return self.headers.get_content_type()


@dataclass
class Site:
    port: int
    password: str
    log: Path
    read: int = field(default=0)

    @property
    def address(self):
        return f"http://{HOST}:{self.port}"

    def get(self, path):
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=SECONDS)) as line:
            line.request("GET", path)
            response = line.getresponse()
            return Answer(response.status, response.headers, response.read())

    def new_log(self):
        """Return what the server has said since the last call."""
        lines = self.log.read_bytes()
        begin, self.read = self.read, len(lines)
        return lines[begin:].decode(errors="replace")


@contextmanager
def running(directory):
    """Yield the site with the shipped corpus and an account for each role; nothing of it stays."""
    password, log = secrets.token_urlsafe(), directory / "site.log"
    with _database(directory) as url, log.open("wb") as output:
        environment = _environment(url, directory)
        _prepare(environment, password, output)
        with _gunicorn(environment, output) as port:
            yield Site(port, password, log)


def _environment(url, directory):
    """Nothing of the test run's own environment: PYTEST_VERSION would make it a test."""
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": url,
        "DJANGO_SECRET_KEY": secrets.token_urlsafe(50),
        "DJANGO_HTTPS": "0",
        "DJANGO_ALLOWED_HOSTS": HOST,
        "EXPORT_DIR": str(directory / "exports"),
    }


@contextmanager
def _database(directory):
    if connection.vendor == "sqlite":
        yield "sqlite:///" + quote(str(directory / "site.sqlite3"))
        return
    # Beside the test database, never in it.
    given, name = os.environ["DATABASE_URL"], f"browser_{os.getpid()}_{secrets.token_hex(4)}"
    with closing(psycopg.connect(given, autocommit=True)) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlsplit(given)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _prepare(environment, password, output):
    """Compressing the static files and loading the corpus take seconds each: side by side."""
    names = {"editor": EDITOR, "reviewer": REVIEWER, "administrator": ADMINISTRATOR}
    names |= {"second": SECOND, "third": THIRD}
    accounts = ACCOUNTS.format(**names, password=password)
    with ThreadPoolExecutor(1) as beside:
        static = beside.submit(_collect_once, environment, output)
        _finish(_manage(environment, output, "prepare"), output)
        _finish(_manage(environment, output, "shell", "--verbosity", "0", "-c", accounts), output)
        static.result()


def _collect_once(environment, output):
    """The workers of one run share the files: the first collects them, the others wait for it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", secrets.token_hex())
    with (Path(tempfile.gettempdir()) / "microdose-kb-static.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        if lock.read() != run:
            _finish(
                _manage(environment, output, "collectstatic", "--noinput", "--verbosity", "0"),
                output,
            )
            lock.truncate(0)
            lock.write(run)


def _manage(environment, output, *arguments):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=output, stderr=output
    )


def _finish(process, output):
    with process:
        if process.wait():
            said = Path(output.name).read_text(errors="replace")
            raise RuntimeError(f"{process.args} failed:\n{said}")


@contextmanager
def _gunicorn(environment, output):
    """Yield the port. The listening socket is ours first, so the first request cannot be too early."""
    with socket.create_server((HOST, 0)) as door:
        port, number = door.getsockname()[1], door.fileno()
        command = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{number}"]
        options = ["--workers", "1", "--threads", "4", "--no-control-socket"]
        server = subprocess.Popen(
            [*command, *options, "--log-level", "warning", "microdose_kb.wsgi"],
            cwd=settings.BASE_DIR,
            env=environment,
            pass_fds=[number],
            stdout=output,
            stderr=output,
        )
    with server:
        try:
            yield port
        finally:
            server.terminate()
