# make demo | test | soak | bench | lint | lock | clean        see README.md
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ARGS ?=
PYTEST_ARGS ?= -n 2

.PHONY: demo test soak bench lint lock clean browser

demo: $(STAMP)
	LEAF_DEMO=1 $(BIN)/python manage.py demo $(ARGS)

test: $(STAMP) browser
	$(BIN)/python -m pytest $(PYTEST_ARGS)

soak: $(STAMP)
	$(BIN)/python -m tests.soak $(ARGS)

bench: $(STAMP)
	@command -v wrk >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk >/dev/null; } || \
	  { echo "make bench needs wrk on the PATH." >&2; exit 1; }
	LEAF_DEMO=1 $(BIN)/python manage.py bench $(ARGS)

# The browser tests' Chromium: one on the PATH, else Debian's when root, else Playwright's own.
browser: $(STAMP)
	@if command -v chromium || command -v chromium-browser || command -v google-chrome; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else $(BIN)/playwright install chromium; fi

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

lock: $(STAMP)
	$(BIN)/uv pip compile pyproject.toml --all-extras --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --no-header --upgrade --quiet --output-file requirements.txt

clean:
	@if [ -x $(BIN)/python ] && [ -d .leaf ]; then $(BIN)/python manage.py stop_postgres --clean; fi
	rm -rf $(VENV) .leaf .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The project's own environment, from the hashed lock: with uv where it is on the PATH, else with pip.
$(STAMP): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Signed Leaf needs Python 3.11 or newer; $(PYTHON) is older. Set PYTHON=python3.x." >&2; exit 1; }
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt; \
	else \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt; \
	fi
	@touch $(STAMP)
