#!/usr/bin/env bash
# Makes a Python environment with the packages of a requirements file: make-environment.sh FOLDER REQUIREMENTS.
set -euo pipefail
folder=$1
requirements=$2

# Debian's own interpreter where there is one: its venv module is what install-packages.sh installed.
python=python3
[ -x /usr/bin/python3 ] && python=/usr/bin/python3

if [ ! -x "$folder/bin/python" ]; then
    echo "== making the Python environment $folder"
    "$python" -m venv "$folder"
fi
echo "== installing Python packages into $folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements"
touch "$folder/installed"
