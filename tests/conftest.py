"""What holds for every test: no network but this computer's own, and PostgreSQL where it is asked for."""

import socket

import pytest
from django.db import connection, transaction
from django.test import override_settings
from hypothesis import settings as hypothesis

from tests.people import make_claim, make_source, make_user
from tests.snapshot import put_corpus

# No property test asserts a time.
hypothesis.register_profile("timeless", deadline=None)
hypothesis.load_profile("timeless")

LOOPBACK = ("127.0.0.1", "::1", "localhost")

real_connect = socket.socket.connect
real_getaddrinfo = socket.getaddrinfo


def refuse(host):
    if host not in LOOPBACK:
        pytest.fail(
            f"A test wanted the network: {host}. Give it a local server or a recorded answer."
        )


def guarded_connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        refuse(address[0])
    return real_connect(self, address)


def guarded_getaddrinfo(host, *args, **kwargs):
    refuse(host.decode() if isinstance(host, bytes) else host)
    return real_getaddrinfo(host, *args, **kwargs)


@pytest.fixture(autouse=True, scope="session")
def no_network():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
        yield


@pytest.fixture(autouse=True, scope="session")
def exports_of_nobody(tmp_path_factory):
    """What stands in a developer's own directory is no part of a test."""
    with override_settings(EXPORT_DIR=tmp_path_factory.mktemp("exports")):
        yield


def pytest_collection_modifyitems(items):
    _put_those_with_the_corpus_last(items)
    if connection.vendor == "postgresql":
        return
    for item in items:
        if item.get_closest_marker("postgresql"):
            item.add_marker(pytest.mark.skip(reason="runs in the PostgreSQL half of `make test`"))


def _put_those_with_the_corpus_last(items):
    """Within their module, so that its corpus is put there once and not in the way of the others."""
    modules = {item.module: place for place, item in reversed(list(enumerate(items)))}
    items.sort(key=lambda item: (modules[item.module], "corpus" in item.fixturenames))


class Library:
    """The corpus in a transaction around the tests of a module, each of which has its own within."""

    def __init__(self, blocker):
        self.blocker, self.around = blocker, None

    @property
    def is_open(self):
        return self.around is not None

    def open(self):
        with self.blocker.unblock():
            self.around = transaction.atomic()
            self.around.__enter__()
            put_corpus()

    def close(self):
        if self.is_open:
            with self.blocker.unblock():
                transaction.set_rollback(True)
                self.around.__exit__(None, None, None)
            self.around = None


_libraries = []


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker):
    library = Library(django_db_blocker)
    library.open()
    _libraries.append(library)
    yield library
    library.close()
    _libraries.remove(library)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """A test that empties the tables itself, or wants no corpus, finds none around it."""
    if _is_transactional(item) or "corpus" not in item.fixturenames:
        for library in _libraries:
            library.close()


def _is_transactional(item):
    mark = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or bool(mark and mark.kwargs.get("transaction"))


@pytest.fixture
def corpus(library, db):
    """The shipped corpus, loaded. Ask for it before making claims or sources of your own."""
    if not library.is_open:
        put_corpus()


@pytest.fixture
def editor(db):
    return make_user("edith", role="Editors", first_name="Edith", is_staff=True)


@pytest.fixture
def as_editor(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def reviewer(db):
    return make_user("rosa", role="Reviewers", first_name="Rosa", is_staff=True)


@pytest.fixture
def second_reviewer(db):
    return make_user("sven", role="Reviewers", first_name="Sven", is_staff=True)


@pytest.fixture
def admin_user(db):
    """In place of pytest-django's own, whose password takes half a second to hash."""
    return make_user("admin", is_staff=True, is_superuser=True)


@pytest.fixture
def stranger(db):
    """Somebody who may sign in to the admin but has no role."""
    return make_user("stan", is_staff=True)


@pytest.fixture
def claim(editor):
    return make_claim(by=editor)


@pytest.fixture
def source(editor):
    return make_source(by=editor)
