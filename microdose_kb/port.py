"""Says before the server starts whether its port can be had, and what to do if not.

python -m microdose_kb.port 8000
"""

import socket
import sys

LOOPBACK = "127.0.0.1"
HIGHEST = 65535


def problem(port):
    """A sentence with a remedy, or nothing."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= HIGHEST):
        return f'PORT is "{port}". Choose a number from 1 to {HIGHEST}: PORT=8001 make run'
    with socket.socket() as probe:
        # As the server does, so that the last run's dying connections do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, int(port)))
        except OSError as error:
            return (
                f"Port {port} cannot be used ({error.strerror}). Choose another: PORT=8001 make run"
            )
    return None


if __name__ == "__main__":
    sys.exit(problem(sys.argv[1]))
