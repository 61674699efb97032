# make site · make serve · make test · make check · make schema · make mutants · make fuzz · make bench-search
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BROWSER := $(VENV)/.browser
PEERS := $(VENV)/.bench

.PHONY: site serve test check schema mutants fuzz bench-search lint fix clean
.DELETE_ON_ERROR:

site: $(READY)
	$(BIN)/handbook build

serve: $(READY)
	$(BIN)/handbook serve

check: $(READY)
	$(BIN)/handbook check

schema: $(READY)
	$(BIN)/handbook schema --write

mutants: $(READY)
	$(BIN)/python -m tests.mutation

fuzz: $(READY)
	$(BIN)/python -m pytest tests/fuzz --hypothesis-profile=search

bench-search: $(BROWSER) $(PEERS)
	$(BIN)/python -m bench.search $(OPTIONS)

test: lint $(BROWSER)
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

lint: $(READY)
	$(BIN)/ruff check generator tests bench
	$(BIN)/ruff format --check generator tests bench
	$(BIN)/mypy

fix: $(READY)
	$(BIN)/ruff check --fix generator tests bench
	$(BIN)/ruff format generator tests bench

clean:
	rm -rf $(VENV) site .site-*

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed; set PYTHON=…'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(BROWSER): tests/browser/install.sh $(READY)
	sh tests/browser/install.sh $(BIN)
	touch $@

$(PEERS): bench/requirements.txt $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.txt
	touch $@
