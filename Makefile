# make demo    annotate the sample corpus and show who said what
# make test    the whole suite
# make help    the rest
#
# All that is needed beforehand is Python 3.11 or newer; `make PYTHON=/path/to/python demo` chooses one.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRAIN := .venv-train
TRAINED := $(TRAIN)/.ready
NATASHA := .venv-bench
COMPARED := $(NATASHA)/.ready

# Gold data and large corpora live beside the checkout; what needs them is skipped without them.
ifneq ($(wildcard ../shared),)
export MOLVA_SHARED ?= $(abspath ../shared)
endif
# The networks are small: one thread a process is fastest, and two processes use two cores.
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1
# Processes that share the tests; each loads the pipeline once.
TESTERS ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK ?= 1

FIND_PYTHON = for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; exit 0; }; done
PYTHON ?= $(shell $(FIND_PYTHON))

.DEFAULT_GOAL := help
.PHONY: help demo test quick lint format types wheel bench bench-quality models second-opinion floors clean

help:
	@echo "make demo     annotate data/sample and show who said what"
	@echo "make test     the whole suite"
	@echo "make quick    the suite without its slow tests"
	@echo "make lint     ruff: rules and format"
	@echo "make types    mypy, strict"
	@echo "make wheel    build dist/molva-*.whl"
	@echo "make bench    speed and memory, stage by stage, natasha beside molva; BENCH=\"--documents 300\" for less"
	@echo "make bench-quality   natasha's weights beside our own on the dev sets (needs MOLVA_SHARED)"
	@echo "make second-opinion   quotes whose speaker a small network, which learned from other texts, doubts"
	@echo "make models   train all models anew: networks, lemmas, speakers (needs MOLVA_SHARED; hours)"
	@echo "make floors   measure on the dev sets, and raise the quality floors"
	@echo "make clean    remove what was made, the environment included"

# One stamp for the environment: made again only when what it is made from has changed.
$(READY): requirements.lock pyproject.toml hatch_build.py pipeline/molva/networks/kernel.c
	@test -n "$(PYTHON)" || { echo "molva needs Python 3.11 or newer. Install one, or: make PYTHON=/path/to/python …" >&2; exit 1; }
	@test -x $(BIN)/python || { echo "making $(VENV) with $(PYTHON)"; $(PYTHON) -m venv $(VENV); }
	@echo "installing what requirements.lock names (a minute or two)"
	@$(BIN)/python -m pip install -qq --requirement requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@$(BIN)/molva annotate data/sample out/demo
	@$(BIN)/molva quotes out/demo

test: $(READY)
	@$(BIN)/python -m pytest --numprocesses $(TESTERS) --dist worksteal

quick: $(READY)
	@$(BIN)/python -m pytest -m "not slow" --numprocesses $(TESTERS) --dist worksteal

lint: $(READY)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: $(READY)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

types: $(READY)
	@$(BIN)/mypy

wheel: $(READY)
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

# natasha has an environment of its own: nothing of it enters ours, and nothing of ours makes it faster or slower.
$(COMPARED): requirements.lock tests/bench/requirements.txt
	@test -n "$(PYTHON)" || { echo "molva needs Python 3.11 or newer. Install one, or: make PYTHON=/path/to/python …" >&2; exit 1; }
	@test -x $(NATASHA)/bin/python || $(PYTHON) -m venv $(NATASHA)
	@echo "installing natasha into $(NATASHA)"
	@$(NATASHA)/bin/python -m pip install -qq --constraint requirements.lock --requirement tests/bench/requirements.txt
	@touch $@

bench: $(READY) $(COMPARED)
	@$(BIN)/python tests/bench/bench.py --natasha $(NATASHA)/bin/python $(BENCH)

bench-quality: $(READY)
	@$(BIN)/python tests/bench/quality.py

# PyTorch is for training only, in an environment of its own: spaCy imports it wherever it finds it.
$(TRAINED): requirements.lock models/requirements.txt
	@test -n "$(PYTHON)" || { echo "molva needs Python 3.11 or newer. Install one, or: make PYTHON=/path/to/python …" >&2; exit 1; }
	@test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	@echo "installing PyTorch into $(TRAIN)"
	@$(TRAIN)/bin/python -m pip install -qq --requirement requirements.lock --requirement models/requirements.txt
	@$(TRAIN)/bin/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

models: $(READY) $(TRAINED)
	@$(TRAIN)/bin/python models/molva/train.py
	@$(BIN)/python models/lemmas/train.py --write
	@$(BIN)/python models/speaker/train.py --write

second-opinion: $(READY) $(TRAINED)
	@PYTHONPATH=tests $(TRAIN)/bin/python -m bench.second_opinion $(OPINION)

floors: $(READY)
	@$(BIN)/python tests/gate.py --update

clean:
	rm -f pipeline/molva/networks/_kernel.*
	rm -rf $(VENV) $(TRAIN) $(NATASHA) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
