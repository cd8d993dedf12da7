#!/usr/bin/env bash
# Copies the program to PREFIX/bin and makes the kernel known to this user's Jupyter:
# install-kernel.sh BINARY PREFIX.
set -euo pipefail
binary=$1
prefix=$2
target=$prefix/bin/vencejo

mkdir -p "$prefix/bin"
if ! cmp -s "$binary" "$target"; then
    # A kernel that is running keeps the old file: rename, never write into it.
    cp "$binary" "$target.new"
    mv -f "$target.new" "$target"
    echo "== installed $target"
fi
"$target" install --user
