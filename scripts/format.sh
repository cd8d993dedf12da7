#!/usr/bin/env bash
# Formats all Swift sources and then lints them strictly; with --check it only lints.
set -euo pipefail
folders=(Package.swift Sources Tests)
if [ "${1:-}" != --check ]; then
    swift format --in-place --parallel --recursive "${folders[@]}"
fi
swift format lint --strict --parallel --recursive "${folders[@]}" || {
    echo "error: some files are not formatted; run scripts/format.sh" >&2
    exit 1
}
