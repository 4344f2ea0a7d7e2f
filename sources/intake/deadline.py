"""A moment after which a connection is cut, whatever trickles in: timeouts of sockets only bound silence."""

import socket
import time
from contextvars import ContextVar
from threading import TIMEOUT_MAX, Lock, Timer

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection


class Deadline:
    """Cuts, at the moment `end` of the monotonic clock, the connection that answers then."""

    def __init__(self, end: float) -> None:
        self._end = end
        self._socket: socket.socket | None = None
        self._lock = Lock()

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._end

    def __enter__(self) -> "Deadline":
        self._timer = Timer(min(max(0, self._end - time.monotonic()), TIMEOUT_MAX), self._cut)
        self._timer.daemon = True
        self._timer.start()
        self._before = NOW.set(self)
        return self

    def __exit__(self, *error: object) -> None:
        NOW.reset(self._before)
        self._timer.cancel()
        self.hold(None)

    def hold(self, answering: socket.socket | None) -> None:
        """Take the socket that answers from now on."""
        with self._lock:
            self._socket = answering
        if answering and self.is_over:
            self._cut()

    def _cut(self):
        """Whoever reads from the socket meets its end; nobody else's socket is touched."""
        with self._lock:
            if self._socket:
                _shut(self._socket)


def _shut(answering):
    try:
        socket.socket.shutdown(answering, socket.SHUT_RDWR)
    except OSError:
        """The other side was faster."""


NOW: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


def is_over() -> bool:
    """Whether the deadline that holds here has passed, so that asking again is in vain."""
    deadline = NOW.get()
    return deadline is not None and deadline.is_over


class _Held:
    def getresponse(self):
        if deadline := NOW.get():
            deadline.hold(self.sock)
        return super().getresponse()


class _Connection(_Held, HTTPConnection):
    pass


class _SafeConnection(_Held, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SafePool(HTTPSConnectionPool):
    ConnectionCls = _SafeConnection


POOLS = {"http": _Pool, "https": _SafePool}
