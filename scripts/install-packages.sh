#!/usr/bin/env bash
# Installs the system packages that are missing, by group: build, test, python. Says what it does; does nothing when
# all are there.
set -euo pipefail

group_packages() {
    case "$1" in
        build) echo pkg-config libzmq3-dev libsqlite3-dev libpng-dev libjpeg-dev zlib1g-dev dataset-fashion-mnist ;;
        test) echo libxml2-utils librsvg2-bin fonts-dejavu-core chromium ;;
        python) echo python3 python3-venv ;;
        *) echo "error: unknown group of packages '$1'" >&2; exit 2 ;;
    esac
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v dpkg-query >/dev/null; then
    echo "== no Debian or Ubuntu: make sure that these are installed:"
    for group in "$@"; do echo "   $(group_packages "$group")"; done
    exit 0
fi

missing=()
for group in "$@"; do
    for package in $(group_packages "$group"); do
        is_installed "$package" || missing+=("$package")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
echo "== installing system packages: ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
for index in "${!missing[@]}"; do
    # Ubuntu has its browser elsewhere, for example.
    if ! apt-cache show "${missing[$index]}" >/dev/null 2>&1; then
        echo "== this system has no package '${missing[$index]}'; what needs it will say so"
        unset "missing[$index]"
    fi
done
[ ${#missing[@]} -gt 0 ] || exit 0
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
