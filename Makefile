# From a machine with nothing but Debian or Ubuntu and Swift 6:
#   make run      run the first notebooks without a browser; results in out/
#   make lab      open JupyterLab with the kernel
#   make test     all tests, as continuous integration runs them
#   make sanitize-address, make sanitize-thread
#                 the engine's tests under AddressSanitizer and ThreadSanitizer
#   make exactness, make stress
#                 the long forms of tests: 10 million points for each function, 10 million tasks for the pool
#   make programs all notebooks and examples as a Swift package that is built and run (about twenty minutes)
#   make notebooks  execute all notebooks again, with the arithmetic that their outputs are compared with
#   make fuzz     100,000 mutated programs through the cell language (half an hour and more); FUZZ=number
# Each target can be run again at any time and does only what is missing.

SHELL := /bin/bash
PREFIX ?= $(HOME)/.local
BINARY := .build/release/vencejo
NOTEBOOKS ?= notebooks/01-perceptron.ipynb notebooks/02-digits.ipynb

FUZZ ?= 100000

.PHONY: run test programs notebooks fuzz lab install uninstall build bench format lint clean sanitize-address sanitize-thread exactness stress

run: install .venv/installed
	scripts/run-notebooks.sh "$(PREFIX)/bin/vencejo" $(NOTEBOOKS)

test: .venv/installed
	scripts/install-packages.sh build test
	scripts/test.sh

programs: build .venv/installed
	VENCEJO_PROGRAMS=1 .venv/bin/python -m pytest Tests/Clients/test_headless_programs.py -ra

notebooks: build
	VENCEJO_ISA=avx2 $(BINARY) run --in-place notebooks/*.ipynb

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

sanitize-address:
	scripts/install-packages.sh build
	scripts/sanitize.sh address .build-asan

sanitize-thread:
	scripts/install-packages.sh build
	scripts/sanitize.sh thread .build-tsan

exactness:
	VENCEJO_EXACT_POINTS=10000000 swift test -c release --no-parallel --filter CKernelsExactnessTests

stress:
	VENCEJO_LONG_TESTS=1 swift test -c release --no-parallel --filter "CKernelsRuntimeTests|PoolStressTests"

bench: build
	scripts/run-benchmarks.sh $(BINARY)

format:
	scripts/format.sh

lint:
	scripts/format.sh --check

clean:
	rm -rf .build .build-asan .build-tsan .venv out

.venv/installed: Tests/Clients/requirements.txt scripts/make-environment.sh
	scripts/install-packages.sh python
	scripts/make-environment.sh .venv Tests/Clients/requirements.txt
