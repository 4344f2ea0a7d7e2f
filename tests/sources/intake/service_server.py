"""A Crossref or PubMed on this computer: answers that a test gives it, over real HTTP."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def works(*updates, **fields):
    work = {"updated-by": list(updates)} | fields
    return 200, json.dumps({"status": "ok", "message": work}).encode(), {}


def update(type, **fields):
    given = {
        "DOI": "10.1000/notice",
        "type": type,
        "updated": {"date-parts": [[2021, 3, 14]]},
        "source": "publisher",
    }
    return given | fields


STATUS = b"HTTP/1.1 200 OK\r\n"
TRICKLES = {
    "trickle": (STATUS + b"Content-Length: 1000000\r\n\r\n", b" "),
    "trickling status": (b"HTTP/1.1 200 ", b"O"),
    "trickling head": (STATUS + b"X-A: ", b"b"),
    "trickling piece": (STATUS + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        site = self.server
        site.asked.append((self.path, dict(self.headers)))
        answer = site.answers.pop(0) if len(site.answers) > 1 else site.answers[0]
        if answer == "silence":
            site.over.wait()
            return
        if isinstance(answer, str):
            self.trickle(site, *TRICKLES[answer])
            return
        status, body, headers = answer
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True

    def trickle(self, site, start, piece):
        """Send a little, again and again, without ever coming to an end."""
        try:
            self.wfile.write(start)
            while not site.over.wait(0.02):
                self.wfile.write(piece)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *args):
        """Say nothing."""


@contextmanager
def service_server():
    """Serve `answers` in their order, the last again and again; `asked` holds what was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.answers, server.asked, server.over = [works()], [], threading.Event()
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
