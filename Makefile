# Trucewatch: `make setup`, `make run`, `make test`, `make check`. Everything lives in this checkout.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
BIN := .venv/bin
SAMPLES := src/trucewatch/data/samples
READY := .venv/.ready

.PHONY: setup run test check format soak bench clean
.DEFAULT_GOAL := help

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(READY) ## Environment in .venv, from the hash lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Trucewatch needs Python 3.11 or newer; try: make PYTHON=python3.11 setup" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $(READY)

run: setup ## Read the bundled reports: truce board, incidents, and a page
	@rm -rf out/samples.db* && mkdir -p out
	@COLUMNS=100 $(BIN)/trucewatch read $(SAMPLES) --db out/samples.db
	@COLUMNS=100 $(BIN)/trucewatch truces --at last-report --db out/samples.db
	@COLUMNS=100 $(BIN)/trucewatch incidents --db out/samples.db
	@echo "The page, with every value linked to its words:"
	@$(BIN)/trucewatch report --at last-report --html out/samples.html --db out/samples.db

test: setup ## All tests
	$(BIN)/python -m pytest

check: setup ## Format, lint, types, layers, data files, fast tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -m "not slow"

format: setup ## Format and sort in place
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

soak: setup ## Every property test with many more examples; reading that is killed and run again
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest
	$(BIN)/python -m benchmarks.soak --write
	$(BIN)/python -m benchmarks.soak.stores --write

bench: setup ## Speed and accuracy, figures into benchmarks/README.md
	$(BIN)/python -m benchmarks.speed --write
	$(BIN)/python -m benchmarks.accuracy samples

clean: ## Remove what make built
	rm -rf .venv out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
