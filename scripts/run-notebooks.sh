#!/usr/bin/env bash
# Runs notebooks without a browser and says what came of it: run-notebooks.sh VENCEJO NOTEBOOK…
set -euo pipefail
vencejo=$1
shift

echo "== running ${#} notebooks"
rm -rf out/figures
mkdir -p out/figures
"$vencejo" run "$@" -o out/ --figures out/figures

echo
echo "== made"
for notebook in "$@"; do echo "   out/$(basename "$notebook")"; done
for figure in out/figures/*.svg; do echo "   $figure"; done
echo
echo "== to open them in JupyterLab:"
echo "source .venv/bin/activate"
echo "jupyter lab$([ "$(id -u)" = 0 ] && echo " --allow-root" || true) out/$(basename "${!#}")"
