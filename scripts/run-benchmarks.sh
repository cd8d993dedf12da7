#!/usr/bin/env bash
# Measures vencejo and its peers in turn and prints ratios: run-benchmarks.sh VENCEJO [GROUP…].
set -euo pipefail
vencejo=$(realpath "$1")
shift
scripts/install-packages.sh python
if [ ! -e .venv-bench/installed ] || [ Benchmarks/requirements.txt -nt .venv-bench/installed ]; then
    scripts/make-environment.sh .venv-bench Benchmarks/requirements.txt
fi
exec .venv-bench/bin/python Benchmarks/run.py --vencejo "$vencejo" "$@"
