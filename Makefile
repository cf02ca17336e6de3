# Two commands do everything on a fresh machine with Python >= 3.11: `make site` and `make test`.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
LAST ?= site
PORT ?= 8000
N ?= 30
# Names as they were typed: neither make nor the shell reads a $, a quotation mark or a space in them.
override LAST := $(value LAST)
override PORT := $(value PORT)
override N := $(value N)
export LAST PORT N
# Same input, same bytes: no hash order, no clock, no notice of the theme's on the terminal.
export PYTHONHASHSEED := 0
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Bytecode is written even where the machine turns it off: a hundred processes would compile the same modules again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help site keep serve test check lint format messages docs lock bench bench-check compare clean venv-site venv-test

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: venv-site ## build the site into site/; a failed build leaves the last good one in place
	@$(BIN)/briefings build -- "$$LAST"

keep: venv-site ## archive the released edition of site/ under site/v/VERSION/
	@$(BIN)/briefings keep -- "$$LAST"

serve: venv-site ## serve the site at http://127.0.0.1:8000 (or PORT=8001) and rebuild it at every save
	@$(BIN)/briefings serve --port="$$PORT"

test: venv-test ## run everything: format, lint, types, import contracts, tests, builds, browser
	@.ci/rscript; CHROMIUM=$$(.ci/chromium); export CHROMIUM; $(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder tests generators

check: venv-test ## run what a commit needs, lint included: no build, no browser
	@$(BIN)/briefings check & check=$$!; \
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder -m "not browser and not slow" tests generators \
		|| { wait $$check; exit 1; }; wait $$check

lint: venv-test
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --diff --quiet . | head -60 || true; echo "Run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports > .venv/contracts.txt || { cat .venv/contracts.txt; exit 1; }

format: venv-test ## format every Python file
	@$(BIN)/ruff check --quiet --fix --exit-zero .
	@$(BIN)/ruff format --quiet .

messages: venv-test ## write the message catalogues from the code and the templates
	@$(BIN)/python -m tests.docs.messages

docs: venv-test ## write docs/reference/ and the import graph from the code
	@$(BIN)/python -m tests.docs.reference
	@$(BIN)/python -m tests.docs.import_graph

lock: venv-site ## update requirements/*.txt from requirements/*.in, for Python 3.11 and newer
	@test -x .build/lock/bin/uv || { $(BIN)/python -m venv .build/lock && .build/lock/bin/pip install --quiet uv; }
	@for set in site test; do \
		.build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--custom-compile-command "make lock" $$( [ $$set = test ] && echo -c requirements/site.txt ) \
			requirements/$$set.in -o requirements/$$set.txt; \
	done

bench: venv-test ## measure builds (N=30 further briefings), charts (against vega-embed) and search (5,000 pages)
	@$(BIN)/python -m tests.bench.build 0 "$$N"
	@CHROMIUM=$$(.ci/chromium); export CHROMIUM; $(BIN)/python -m tests.bench.charts
	@CHROMIUM=$$(.ci/chromium); export CHROMIUM; $(BIN)/python -m tests.bench.search

bench-check: venv-test ## measure builds again; fails if a ratio is a fifth worse than in benchmarks.json
	@$(BIN)/python -m tests.bench.build --check 0 "$$N"

compare: venv-site ## build the site with its cache and without one; fails if a file differs
	@$(BIN)/python -m tests.edits.compare

clean: ## remove everything that can be made again, site/ included; archived editions (v/) stay
	@if $(BIN)/python -c 'import generators.cli' 2>/dev/null; then $(BIN)/briefings clean -- "$$LAST"; \
	else echo "The folder of the site stays as it is: the command that clears it is not installed."; fi
	@rm -rf .build/next.* .build/lock; rmdir .build 2>/dev/null || true
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis briefings.egg-info build

venv-site:
	@.ci/venv site

venv-test:
	@.ci/venv test
