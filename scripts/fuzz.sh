#!/usr/bin/env bash
# Mutated conformance programs through guard scan, parser, checker and machine, in batches, each in a process of its own.
# A program that ends its process, or does not end, is kept in out/fuzz and the run goes on behind it.
#   scripts/fuzz.sh [PROGRAMS [FIRST-SEED]]      BATCH=2000 programs each; TESTS=the built test program
set -uo pipefail
programs=${1:-100000}
seed=${2:-1}
batch=${BATCH:-2000}
tests=${TESTS:-$(ls .build/release/*PackageTests.xctest 2>/dev/null | head -n 1)}
here=$(pwd)
out=$here/out/fuzz
mkdir -p "$out"
if [ ! -x "$tests" ]; then
    swift build -c release --build-tests || exit 1
    tests=$(ls .build/release/*PackageTests.xctest | head -n 1)
fi

last=$((seed + programs))
failures=0
export VENCEJO_FUZZ_CURRENT=$out/current.swift VENCEJO_FUZZ_PROGRAMS=${VENCEJO_FUZZ_PROGRAMS:-$here/Tests/Conformance}
while [ "$seed" -lt "$last" ]; do
    count=$((last - seed < batch ? last - seed : batch))
    rm -f "$out/current.swift" "$out/current.seed"
    VENCEJO_FUZZ_COUNT=$count VENCEJO_FUZZ_SEED=$seed "$tests" --testing-library swift-testing --filter SessionTests.FuzzTests \
        >"$out/batch.log" 2>&1
    status=$?
    if [ $status = 0 ]; then
        seed=$((seed + count))
        echo "$(date +%T) ok up to $((seed - 1))"
        continue
    fi
    failures=$((failures + 1))
    if grep -q 'Test run with' "$out/batch.log"; then
        # It ended, and found something; the log says what.
        cp "$out/batch.log" "$out/batch-$seed.log"
        echo "$(date +%T) found something in $seed to $((seed + count - 1)): $out/batch-$seed.log"
        seed=$((seed + count))
    else
        found=$(cat "$out/current.seed" 2>/dev/null || echo "$seed")
        cp "$out/current.swift" "$out/crash-$found.swift" 2>/dev/null
        cp "$out/batch.log" "$out/crash-$found.log"
        echo "$(date +%T) program $found ended the process (status $status): $out/crash-$found.swift"
        seed=$((found + 1))
    fi
done
echo "$programs programs, $failures failures"
[ $failures = 0 ]
