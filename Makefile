# Two commands set everything up by themselves: `make demo` and `make test`.
# uv is used where it is on the PATH, else it is put into .uv/ first.
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --quiet --no-sync
LAKE ?= ./lake
LOCK := $(UV) export --quiet --no-header --no-annotate --no-emit-project --all-groups --all-extras

.PHONY: demo test lint setup bench clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help:
	@echo "make demo   set up, then read samples/ into ./lake and show what was found"
	@echo "make test   set up, then run every test"
	@echo "make lint   ruff, mypy, import contracts, generated docs"
	@echo "make bench  the benchmarks (slow)"

.venv/.synced: pyproject.toml | $(if $(findstring .uv/,$(UV)),.uv/bin/uv)
	@$(UV) sync --quiet --compile-bytecode
	@$(RUN) python -m compileall -q transforms warehouse expectations flows
	@touch $@

.uv/bin/uv:
	@python3 -m venv .uv
	@.uv/bin/pip install --quiet --disable-pip-version-check "uv>=0.9,<1"

setup: .venv/.synced

demo: setup
	@$(RUN) pressledger run samples --lake $(LAKE)
	@$(RUN) pressledger sql --lake $(LAKE) -f warehouse/examples/gpus_by_recipient.sql

test: setup
	@$(RUN) pytest -q -n auto --dist worksteal

lint: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) lint-imports
	@$(RUN) python -m warehouse.tables --check
	@$(RUN) python -m expectations --check
	@$(RUN) python -m transforms.lexicon.check
	@$(LOCK) | diff requirements.lock - >/dev/null || (echo "requirements.lock is stale: make requirements.lock"; exit 1)

requirements.lock: pyproject.toml setup
	@$(LOCK) > $@

clean:
	@rm -rf lake .venv .uv
