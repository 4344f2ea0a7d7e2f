import socket

import pytest

from microdose_kb import port


def test_taken_port_names_another():
    with socket.create_server((port.LOOPBACK, 0)) as server:
        taken = str(server.getsockname()[1])
        assert port.problem(taken).endswith("Choose another: PORT=8001 make run")


def test_free_port_is_no_problem():
    with socket.create_server((port.LOOPBACK, 0)) as server:
        free = str(server.getsockname()[1])
    assert port.problem(free) is None


@pytest.mark.parametrize("value", ["", "http", "0", "65536", "-1", "²"])
def test_nonsense_port_is_refused(value):
    assert f'PORT is "{value}"' in port.problem(value)
