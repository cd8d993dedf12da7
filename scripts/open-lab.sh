#!/usr/bin/env bash
# Opens JupyterLab on a folder: open-lab.sh FOLDER.
set -euo pipefail
root=()
[ "$(id -u)" != 0 ] || root=(--allow-root)
exec .venv/bin/jupyter lab "${root[@]}" "$1"
