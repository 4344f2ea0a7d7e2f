# `make run` serves the site; `make test` runs every check. Both set up all they need.

PYTHON ?= python3
PORT ?= 8000
export PORT

PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
MANAGE := $(PY) manage.py
NEW_KEY := import secrets; print(secrets.token_urlsafe(50))
COMPILE = pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate pyproject.toml
# Nothing of the caller's environment, so that the check sees what a careful production would set.
PRODUCTION = env -i PATH="$$PATH" DJANGO_ALLOWED_HOSTS=kb.example.org \
	DJANGO_SECRET_KEY="$$($(PY) -c '$(NEW_KEY)')" DATABASE_URL=sqlite:///:memory:
# A developer's own settings do not change what the tests find.
PYTEST = env -u DJANGO_DEBUG -u DJANGO_HTTPS -u DJANGO_ALLOWED_HOSTS -u DJANGO_TRUST_PROXY \
	-u DJANGO_SECRET_KEY -u DJANGO_CSRF_TRUSTED_ORIGINS -u DJANGO_LOG_LEVEL \
	-u REQUIRE_2FA -u EXPORT_DIR

STATIC := $(shell find static claims/static sources/static -type f 2>/dev/null)

# A module's tests stay together, so that what they share is made once. The browser tests run by
# themselves: each worker has a browser and a site, which other tests in between would make it make again.
WORKERS := --numprocesses auto --dist loadscope --ignore tests/browser
# In the order of tests/browser/conftest.py, the longest first; it says what stays together, too.
BROWSER_WORKERS := --numprocesses auto --dist loadscope --no-loadscope-reorder

.PHONY: run test check bench lock fonts screenshots lighthouse clean python needs

run: .venv/installed var/static/staticfiles.json
	@$(PY) -m microdose_kb.port "$$PORT"
	@mkdir -p var
	@set -e; \
	if [ -z "$$DJANGO_SECRET_KEY" ]; then \
		test -s var/secret_key || (umask 077; $(PY) -c '$(NEW_KEY)' > var/secret_key); \
		DJANGO_SECRET_KEY=$$(cat var/secret_key); \
	fi; \
	export DJANGO_SECRET_KEY DJANGO_HTTPS=0; \
	$(MANAGE) prepare; \
	echo "The site is at http://127.0.0.1:$$PORT/ and its admin at http://127.0.0.1:$$PORT/admin/ (Ctrl-C stops it)"; \
	exec $(PY) -m gunicorn --bind "127.0.0.1:$$PORT" --workers 1 --threads 4 \
		--no-control-socket --log-level warning microdose_kb.wsgi

test: .venv/installed-test needs check
	$(PYTEST) DATABASE_URL=sqlite:///:memory: $(PY) -m pytest $(WORKERS)
	$(PYTEST) $(PY) tests/postgres.py $(PY) -m pytest $(WORKERS)
	$(PYTEST) $(PY) tests/postgres.py $(PY) -m pytest $(BROWSER_WORKERS) tests/browser

check: .venv/installed-test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	@echo "$(MANAGE) check --deploy --fail-level WARNING"
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	@echo "$(MANAGE) makemigrations --check --dry-run"
	@$(PRODUCTION) $(MANAGE) makemigrations --check --dry-run

# Said before the long part begins.
needs: .venv/installed-test
	@$(PY) tests/postgres.py true
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
		{ echo "The browser tests need Chromium: apt-get install chromium" >&2; exit 1; }
	@command -v pandoc >/dev/null || \
		{ echo "The tests of the Markdown summary need pandoc: apt-get install pandoc" >&2; exit 1; }

# Compressing takes longer than starting, so only when a file or a package has changed.
var/static/staticfiles.json: .venv/installed $(STATIC)
	@$(PRODUCTION) $(MANAGE) collectstatic --noinput --verbosity 0

# The marker files make a second run instant, and a changed lock installs again.
.venv/installed: requirements.lock | python
	@echo "Installing into .venv (this needs the network, once)"
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

.venv/installed-test: requirements-test.lock .venv/installed
	@echo "Installing what the tests need into .venv"
	@$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch $@

python:
	@command -v "$(PYTHON)" >/dev/null || \
		{ echo "$(PYTHON) was not found. Install Python 3.11 or newer, or name one: make PYTHON=python3.12 run" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is older than 3.11. Install a newer Python, or name one: make PYTHON=python3.12 run" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$(PYTHON) cannot make virtual environments. Install its venv module: apt-get install python3-venv" >&2; exit 1; }

# Keeps what is pinned; to move to new versions, delete the lock files first.
lock: python
	@test -x var/uv/bin/uv || command -v uv >/dev/null || \
		{ "$(PYTHON)" -m venv var/uv && var/uv/bin/python -m pip --quiet install uv; }
	@PATH="$$PWD/var/uv/bin:$$PATH"; uv $(COMPILE) --output-file requirements.lock >/dev/null
	@PATH="$$PWD/var/uv/bin:$$PATH"; uv $(COMPILE) --extra test --output-file requirements-test.lock >/dev/null

LIGHTHOUSE := var/lighthouse/node_modules/.bin/lighthouse
BROWSE = $(PYTEST) DJANGO_SETTINGS_MODULE=microdose_kb.settings DJANGO_DEBUG=1 \
	DATABASE_URL=sqlite:///:memory: $(PY) -m

# Pictures of every kind of page, as the README shows them.
screenshots: .venv/installed-test
	$(BROWSE) tests.browser.screenshots

# Scores of five pages on the mobile profile; needs npm.
lighthouse: .venv/installed-test $(LIGHTHOUSE)
	$(BROWSE) tests.browser.lighthouse $(LIGHTHOUSE)

$(LIGHTHOUSE):
	npm install --silent --no-audit --no-fund --no-save --prefix var/lighthouse lighthouse@12.8.2

# What a search costs beside the raw query of the engine that DATABASE_URL names (default SQLite), and an
# import beside the bare parser and the bare rows.
bench: .venv/installed-test
	$(PYTEST) $(PY) tests/bench/search.py
	$(PYTEST) $(PY) tests/bench/importing.py

# The fonts in static/fonts, cut anew from their packages; needs npm and the network.
fonts: python
	PYTHON=$(PYTHON) bash docs/fonts.sh
	PYTHON=$(PYTHON) bash docs/figure_fonts.sh

# The database and the key in var/ stay.
clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis var/static var/uv var/exports
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
