# `make dataset` builds the dataset, `make test` runs the tests. Both set up what they need, in .venv, from nothing but
# Python 3.11 or newer, make and git; what is there already is not installed again.

PYTHON ?= python3
INPUT = tests/pages
OUTPUT = output
GOLD = ../shared/gold
ARGS =
CORPUS = ../shared/corpus/us-dev.warc.gz
BENCH =

VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip -qq --disable-pip-version-check install --constraint constraints.txt
NEEDS = pyproject.toml constraints.txt

# Prefect keeps its database here, so that a build neither needs nor changes what lies in the user's home.
export PREFECT_HOME ?= $(CURDIR)/$(VENV)/prefect

.PHONY: help dataset test check accuracy readme bench
.DEFAULT_GOAL := help

help: ## List the targets
	@echo "make TARGET, where TARGET is"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' Makefile

dataset: $(VENV)/pipeline.stamp ## Build a release from INPUT (folders or WARC files, parted by blanks; the sample pages) in OUTPUT (output)
	@$(BIN)/python -m flows build $(INPUT) --output "$(OUTPUT)"

test: $(VENV)/dev.stamp ## Run the tests; ARGS are passed on to pytest
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: $(VENV)/dev.stamp ## Check style, types and the directions of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_house.py

accuracy: INPUT = $(GOLD)/../seeds $(wildcard $(GOLD)/../corpus/*)
accuracy: $(VENV)/pipeline.stamp ## Measure on the labelled pages in GOLD, which are part of INPUT, how well each field is read
	@$(BIN)/python -m flows accuracy "$(GOLD)" $(INPUT)
	@$(BIN)/python -m tests.readme accuracy

readme: $(VENV)/dev.stamp ## Write the output of the README's commands and queries anew
	@$(BIN)/python -m tests.readme

bench: $(VENV)/bench.stamp ## Measure the speed on CORPUS (a WARC file), beside other tools; BENCH names some of the benchmarks
	@$(BIN)/python -m tests.bench $(BENCH) --corpus "$(CORPUS)"

$(VENV)/pipeline.stamp: $(NEEDS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "g7data needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo 'not there')."; \
	  echo "Install one, or name it: make dataset PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version): once, a minute or two, 1 GB"
	@$(PYTHON) -m venv $(VENV) || { echo "On Debian and Ubuntu this needs the package python3-venv."; exit 1; }
	@echo "  the packages that build g7data"
	@$(PIP) hatchling editables
	@echo "  the pipeline and its packages, as pinned in constraints.txt"
	@$(PIP) --no-build-isolation --editable '.[pipeline]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/pipeline.stamp
	@echo "  the tools for tests and checks"
	@$(PIP) --no-build-isolation --editable '.[pipeline,dev]'
	@touch $@

$(VENV)/bench.stamp: $(VENV)/pipeline.stamp
	@echo "  what the speed is measured beside"
	@$(PIP) --no-build-isolation --editable '.[pipeline,bench]'
	@touch $@
