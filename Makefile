# From a machine with nothing but Debian or Ubuntu and Swift 6:
#   make run      run the first notebooks without a browser; results in out/
#   make lab      open JupyterLab with the kernel
#   make test     all tests, as continuous integration runs them
#   make fuzz     100,000 mutated programs through the cell language (half an hour and more); FUZZ=number
# Each target can be run again at any time and does only what is missing.

SHELL := /bin/bash
PREFIX ?= $(HOME)/.local
BINARY := .build/release/vencejo
NOTEBOOKS ?= notebooks/01-perceptron.ipynb notebooks/02-digits.ipynb

FUZZ ?= 100000

.PHONY: run test fuzz lab install uninstall build bench format lint clean

run: install .venv/installed
	scripts/run-notebooks.sh "$(PREFIX)/bin/vencejo" $(NOTEBOOKS)

test: .venv/installed
	scripts/install-packages.sh build test
	scripts/test.sh

fuzz:
	scripts/install-packages.sh build
	swift build -c release --build-tests
	scripts/fuzz.sh $(FUZZ)

lab: install .venv/installed
	scripts/open-lab.sh notebooks

install: build
	scripts/install-kernel.sh $(BINARY) "$(PREFIX)"

uninstall:
	-$(PREFIX)/bin/vencejo uninstall --user
	rm -f $(PREFIX)/bin/vencejo

build:
	scripts/install-packages.sh build
	@echo "== building vencejo (release); the first time takes several minutes"
	swift build -c release --product vencejo

bench: build
	scripts/run-benchmarks.sh $(BINARY)

format:
	scripts/format.sh

lint:
	scripts/format.sh --check

clean:
	rm -rf .build .venv out

.venv/installed: Tests/Clients/requirements.txt scripts/make-environment.sh
	scripts/install-packages.sh python
	scripts/make-environment.sh .venv Tests/Clients/requirements.txt
