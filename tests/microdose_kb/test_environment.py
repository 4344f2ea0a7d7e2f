import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler

from microdose_kb import environment

STRONG_KEY = "0123456789" * 5


@pytest.fixture
def variable(monkeypatch):
    return lambda value: monkeypatch.setenv("VARIABLE", value)


@pytest.mark.parametrize(
    ("value", "meaning"),
    [("1", True), ("true", True), ("YES", True), ("0", False), ("False", False), ("no", False)],
)
def test_flag_reads_its_six_words(variable, value, meaning):
    variable(value)
    assert environment.flag("VARIABLE", default=not meaning) is meaning


def test_flag_refuses_other_words(variable):
    variable("on")
    with pytest.raises(ImproperlyConfigured, match='VARIABLE is "on". Use 1, true or yes'):
        environment.flag("VARIABLE", default=False)


def test_empty_variable_is_refused(variable):
    variable(" ")
    with pytest.raises(ImproperlyConfigured, match="VARIABLE is set but empty"):
        environment.database("VARIABLE", "sqlite://")


def test_names_are_separated_by_commas(variable):
    variable("kb.example.org, www.example.org,")
    assert environment.names("VARIABLE") == ["kb.example.org", "www.example.org"]


@pytest.mark.parametrize("host", ["https://kb.example.org", "kb.example.org:8000"])
def test_host_is_a_bare_name(variable, host):
    variable(host)
    with pytest.raises(ImproperlyConfigured, match="without scheme or port"):
        environment.hosts("VARIABLE", "localhost")


def test_host_may_be_an_ipv6_address(variable):
    variable("[::1]")
    assert environment.hosts("VARIABLE", "localhost") == ["[::1]"]


def test_log_level_is_one_of_pythons(variable):
    variable("loud")
    with pytest.raises(ImproperlyConfigured, match="DEBUG, INFO, WARNING"):
        environment.log_level("VARIABLE", "INFO")


def test_missing_key_names_variable_and_command():
    with pytest.raises(ImproperlyConfigured, match="VARIABLE is not set. Make a key with: python3"):
        environment.secret_key("VARIABLE", needed=True)


@pytest.mark.parametrize("key", ["short", "a" * 60, "django-insecure-" + STRONG_KEY])
def test_weak_key_is_refused(variable, key):
    variable(key)
    with pytest.raises(ImproperlyConfigured, match="too weak"):
        environment.secret_key("VARIABLE", needed=True)


def test_strong_key_is_taken(variable):
    variable(STRONG_KEY)
    assert environment.secret_key("VARIABLE", needed=True) == STRONG_KEY


def test_key_is_not_needed_for_debugging():
    assert environment.secret_key("VARIABLE", needed=False) == environment.DEBUG_KEY


@pytest.mark.parametrize(
    "url",
    [
        "mysql://somebody:pass-word@h/db",
        "nothing",
        "postgresql://h:port/db",
        "postgres://",
        "postgresql://somebody:pass-word@h/",
        "sqlite:///a%00b",
    ],
)
def test_unusable_database_is_refused_without_showing_it(variable, url):
    variable(url)
    with pytest.raises(ImproperlyConfigured, match="VARIABLE names no database") as refusal:
        environment.database("VARIABLE", "sqlite://")
    assert "pass-word" not in str(refusal.value)


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:a%3Fmode=memory"]
)
def test_database_in_memory_is_for_tests_only(variable, url):
    variable(url)
    database = environment.database("VARIABLE", "sqlite://")
    with pytest.raises(ImproperlyConfigured, match="only tests and checks can use. Give sqlite:/"):
        environment.refuse_memory(database)


def test_database_in_a_file_is_no_memory(variable):
    variable("sqlite:////srv/memory/kb.sqlite3")
    assert environment.refuse_memory(environment.database("VARIABLE", "sqlite://")) is None


def test_postgresql_connections_are_kept_and_checked(variable):
    variable("postgresql://somebody@127.0.0.1/kb?sslmode=require")
    database = environment.database("VARIABLE", "sqlite://")
    assert database["CONN_MAX_AGE"] == 60
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["OPTIONS"] == {"connect_timeout": 5, "sslmode": "require"}


@pytest.fixture
def sqlite_file(tmp_path, django_db_blocker):
    url = f"sqlite:///{tmp_path / 'kb.sqlite3'}"
    connection = ConnectionHandler({"default": environment.database("VARIABLE", url)})["default"]
    with django_db_blocker.unblock():
        yield connection
        connection.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1), ("busy_timeout", 20_000)],
)
def test_sqlite_file_is_set_up_for_several_users(sqlite_file, pragma, value):
    with sqlite_file.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


def test_sqlite_transactions_are_immediate(sqlite_file):
    sqlite_file.ensure_connection()
    assert sqlite_file.transaction_mode == "IMMEDIATE"
