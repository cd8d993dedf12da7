#!/usr/bin/env bash
# All tests in release: the Swift tests, then real Jupyter clients against the built kernel. The last lines are the two
# runners' own closing lines. Logs stay in out/test/.
set -uo pipefail
logs=out/test
mkdir -p "$logs"

echo "== building the program and its tests (release); the first time takes several minutes"
swift build -c release --build-tests || exit 1

# One after the other: the seeded generator, the output and the interrupt flag belong to the whole process.
echo "== Swift tests"
swift test -c release --skip-build --no-parallel 2>&1 | tee "$logs/swift.log"
swift_status=${PIPESTATUS[0]}

echo "== client tests"
.venv/bin/python -m pytest Tests/Clients -ra 2>&1 | tee "$logs/clients.log"
client_status=${PIPESTATUS[0]}

echo
grep -E 'Test run with [0-9]+ tests?' "$logs/swift.log" | tail -n 1
grep -E '^=+ .* in [0-9.]+s.* =+$' "$logs/clients.log" | tail -n 1
[ "$swift_status" = 0 ] && [ "$client_status" = 0 ]
