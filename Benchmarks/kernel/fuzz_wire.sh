#!/usr/bin/env bash
# Runs the fuzzer over the wire decoder for a while: fuzz_wire.sh [SECONDS] [SEED], half an hour by default.
set -euo pipefail
cd "$(dirname "$0")/../.."
export VENCEJO_FUZZ_SECONDS=${1:-1800} VENCEJO_FUZZ_SEED=${2:-$RANDOM}
echo "== $VENCEJO_FUZZ_SECONDS seconds with seed $VENCEJO_FUZZ_SEED"
swift test -c release --filter WireFuzzTests
