"""A real server outlives its real database."""

import http.client
import os
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest
from django.conf import settings

from tests import postgres

pytestmark = pytest.mark.postgresql


@contextmanager
def site(url):
    """Gunicorn on a port that the system chose; yields the address it says it listens on."""
    environment = os.environ | {"DATABASE_URL": url}
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=settings.BASE_DIR,
        env=environment,
        check=True,
    )
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:0", "--no-control-socket"]
    with subprocess.Popen(
        [*gunicorn, "--threads", "2", "microdose_kb.wsgi"],
        cwd=settings.BASE_DIR,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield next(line.split()[-2] for line in server.stderr if "Listening at" in line)
        finally:
            server.terminate()


def get(address, path):
    with closing(http.client.HTTPConnection(address.removeprefix("http://"))) as connection:
        connection.request("GET", path, headers={"Host": "localhost"})
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()


def test_site_says_come_back_and_recovers_without_restart():
    with postgres.cluster() as cluster, site(cluster.url) as address:
        assert get(address, "/")[0] == 200
        cluster.stop()
        status, headers, page = get(address, "/")
        assert (status, headers["Retry-After"]) == (503, "30")
        assert "We will be back in a moment" in page
        assert get(address, "/healthz")[0] == 503
        cluster.start()
        assert get(address, "/")[0] == 200
        assert get(address, "/healthz")[0] == 200
