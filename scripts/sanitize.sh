#!/usr/bin/env bash
# Runs the engine's tests under a sanitizer: sanitize.sh address|thread FOLDER [more for swift test]. The engine alone is
# built, in a folder of its own. The tests that count units of the last place over many points are left out: they compare
# numbers, on one thread, and would take most of the time.
set -euo pipefail
cd "$(dirname "$0")/.."
sanitizer=$1
folder=$2
export VENCEJO_ENGINE_ONLY=1
# Memory that lives as long as the process (the pool, caches) is no leak; a finding ends the run.
export ASAN_OPTIONS="detect_leaks=0:abort_on_error=0:halt_on_error=1:${ASAN_OPTIONS:-}"
export TSAN_OPTIONS="halt_on_error=1:second_deadlock_stack=1:suppressions=$PWD/scripts/tsan-suppressions.txt:${TSAN_OPTIONS:-}"
swift test --sanitize="$sanitizer" --scratch-path "$folder" --no-parallel --skip CKernelsExactnessTests "${@:3}"
