"""A site for programs of another process, within the transaction of a test."""

import subprocess
import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from django.core.wsgi import get_wsgi_application


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


class Site(WSGIServer):
    """Answers in the thread that asks it to, which holds the test's connection to the database."""

    timeout = 0.05

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Quiet)
        self.set_app(get_wsgi_application())

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def serve_while(self, program):
        while program.poll() is None:
            self.handle_request()


def run_beside_the_site(text, said_address):
    """Run a Python program in a process of its own; return (exit status, what it printed)."""
    with Site() as site:
        code = text.replace(said_address, site.address)
        program = subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        with program:
            site.serve_while(program)
            return program.returncode, program.stdout.read()
