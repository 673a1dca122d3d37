# Everything runs in .venv, made from the pinned requirements; `make help` lists what there is.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo ui test check format docs audit installs soak bench fuzz pictures lock clean

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

.venv/run: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the pinned requirements (about a minute the first time) …"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --require-hashes -r requirements-build.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	@echo "Installing what the tests need …"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/bench: requirements-bench.lock .venv/dev
	@echo "Installing the peers of the benchmarks and the fuzzer …"
	@$(INSTALL) --require-hashes -r requirements-bench.lock
	@touch $@

demo: .venv/run ## Draft a message to a sample contact, offline
	@$(BIN)/drafter demo

ui: .venv/run ## Open the page in a browser
	@$(BIN)/drafter ui

test: .venv/dev ## Run the tests (under five minutes)
	@$(BIN)/python -m tests.browser
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not soak"

check: .venv/dev ## Format, lint, types, layers, generated docs, dependencies, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m drafter.docs --check
	@if test -x $(BIN)/hadolint; then $(BIN)/hadolint Containerfile; else echo "hadolint is not to be had here: the container file was not linted"; fi
	@$(MAKE) --no-print-directory audit
	$(MAKE) --no-print-directory test

format: .venv/dev ## Format the code and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/dev ## Write the generated parts of the documentation
	$(BIN)/python -m drafter.docs

audit: .venv/dev ## List the dependencies (dist/sbom.json) and look for known weaknesses, where they can be looked up
	$(BIN)/python -m tests.dependencies

installs: .venv/dev ## Install it in clean environments on every Python there is (needs the network)
	$(BIN)/python -m tests.installs

soak: .venv/dev ## The long tests
	$(BIN)/python -m pytest -m soak --timeout 3600

bench: .venv/bench ## Run the benchmarks against their peers (12 minutes or so) and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

fuzz: .venv/bench ## Look for inputs that break a reader, led by the code they reach (20 s each form)
	$(BIN)/python -m tests.fuzz

pictures: .venv/dev ## Take the README's pictures of the page
	$(BIN)/python -m tests.pictures

lock: .venv/dev ## Pin the requirements again
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -o requirements.lock -q
	$(BIN)/uv pip compile pyproject.toml --group dev --all-extras --universal --generate-hashes --no-emit-index-url --no-header -c requirements.lock -o requirements-dev.lock -q
	$(BIN)/uv pip compile pyproject.toml --group bench --group fuzz --universal --generate-hashes --no-emit-index-url --no-header -c requirements-dev.lock -o requirements-bench.lock -q
	printf 'hatchling\neditables\n' | $(BIN)/uv pip compile - --universal --generate-hashes --no-emit-index-url --no-header -c requirements-dev.lock -o requirements-build.lock -q

clean: ## Remove the environment and caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
