"""Reads environment variables strictly: a value that makes no sense stops the start, with the remedy."""

import os
import re

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE = ("1", "true", "yes")
FALSE = ("0", "false", "no")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
SHORTEST_KEY = 50
FEWEST_CHARACTERS = 5
DEBUG_KEY = "django-insecure-for-debugging-and-tests-only-never-in-production"
NEW_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"

SQLITE_OPTIONS = {
    # Readers do not wait for a writer, and two writers queue instead of failing.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}
POSTGRESQL_OPTIONS = {"connect_timeout": 5}


def text(name, default):
    """An unset variable means the default; an empty one is a mistake, often a failed substitution."""
    value = os.environ.get(name, default).strip()
    if name in os.environ and not value:
        raise ImproperlyConfigured(f"{name} is set but empty. Give it a value or unset it.")
    return value


def flag(name, *, default):
    value = text(name, "1" if default else "0").lower()
    if value not in TRUE + FALSE:
        raise ImproperlyConfigured(f'{name} is "{value}". Use 1, true or yes; or 0, false or no.')
    return value in TRUE


def names(name, default=""):
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def hosts(name, default):
    """Django compares bare names only, so an address would silently never match."""
    found = names(name, default)
    for host in found:
        if "/" in host or (":" in host and not host.startswith("[")):
            raise ImproperlyConfigured(
                f'{name} has "{host}". Give host names without scheme or port, as in kb.example.org.'
            )
    return found


def web_address(name, default):
    """Return the address without a closing slash, so that a path can follow it."""
    value = text(name, default).rstrip("/")
    if not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", value):
        raise ImproperlyConfigured(
            f'{name} is "{value}". Give an address without a query, as in https://api.crossref.org.'
        )
    return value


def mail_address(name, default):
    """An empty default means that none is told."""
    value = text(name, default)
    if value and not re.fullmatch(r"[!-?A-~]+@[A-Za-z0-9.-]+", value):
        raise ImproperlyConfigured(
            f'{name} is "{value}". Give one mail address, as in editors@example.org.'
        )
    return value


def log_level(name, default):
    value = text(name, default).upper()
    if value not in LEVELS:
        raise ImproperlyConfigured(f'{name} is "{value}". Use one of {", ".join(LEVELS)}.')
    return value


def secret_key(name, *, needed):
    """In production a missing or guessable key refuses to start: it would let anyone forge a session."""
    value = text(name, "")
    if not needed:
        return value or DEBUG_KEY
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. Make a key with: {NEW_KEY}")
    is_weak = len(value) < SHORTEST_KEY or len(set(value)) < FEWEST_CHARACTERS
    if is_weak or value.startswith("django-insecure"):
        raise ImproperlyConfigured(
            f"{name} is too weak: it needs {SHORTEST_KEY} random characters or more. "
            f"Make a key with: {NEW_KEY}"
        )
    return value


def database(name, default):
    try:
        settings = dj_database_url.parse(text(name, default))
    except ValueError as error:
        raise ImproperlyConfigured(_database_remedy(name)) from error
    if not settings["NAME"] or "\0" in settings["NAME"]:
        raise ImproperlyConfigured(_database_remedy(name))
    options = settings.setdefault("OPTIONS", {})
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = SQLITE_OPTIONS | options
    elif settings["ENGINE"] == "django.db.backends.postgresql":
        settings["OPTIONS"] = POSTGRESQL_OPTIONS | options
        settings |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    else:
        raise ImproperlyConfigured(_database_remedy(name))
    return settings


def _database_remedy(name):
    # The value itself is not shown: it may hold a password.
    return (
        f"{name} names no database this site can use. Give sqlite:////absolute/path.sqlite3 "
        "or postgresql://user:password@host:5432/name."
    )


def refuse_memory(settings):
    """A site whose database is in memory would forget everything, and each thread has another."""
    if ":memory:" in settings["NAME"] or "mode=memory" in settings["NAME"]:
        raise ImproperlyConfigured(
            "DATABASE_URL names a database in memory, which only tests and checks can use. Give"
            " sqlite:////absolute/path.sqlite3 or postgresql://user:password@host:5432/name."
        )
