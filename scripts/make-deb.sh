#!/usr/bin/env bash
# Makes a Debian package out of the release build: make-deb.sh [FOLDER]. It holds the program, the Swift runtime that it
# needs, and the kernelspec; what else it needs are libraries that Debian has, named as its dependencies.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-out}
binary=.build/release/vencejo
[ -x "$binary" ] || { echo "error: $binary is not there: run 'make build' first" >&2; exit 2; }

version=$("$binary" --version)
version=${version##* }
architecture=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
# mktemp's folder is private; the package's root must be open.
chmod 755 "$stage"
home=$stage/usr/lib/vencejo
mkdir -p "$home" "$stage/usr/bin" "$stage/usr/share/doc/vencejo" "$stage/DEBIAN"

install -m 755 "$binary" "$home/vencejo"
strip --strip-unneeded "$home/vencejo"
ln -s ../lib/vencejo/vencejo "$stage/usr/bin/vencejo"

# Swift's own libraries come along, beside the program, where its run path ($ORIGIN) finds them; all others are Debian's.
dependencies=()
while read -r name path; do
    if [[ $(basename "$(dirname "$path")") == linux || $path == *swift* ]]; then
        install -m 644 "$path" "$home/$name"
    else
        # Where /lib is /usr/lib, the database knows a library by either path.
        real=$(realpath "$path")
        package=$({ dpkg -S "$real" || dpkg -S "${real#/usr}" || true; } 2>/dev/null | head -n 1 | cut -d: -f1)
        [ -n "$package" ] && dependencies+=("$package")
    fi
done < <(ldd "$binary" | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 }')
depends=$(printf '%s\n' "${dependencies[@]}" | sort -u | paste -sd, | sed 's/,/, /g')

# The kernelspec for all users.
"$binary" install --prefix "$stage/usr" >/dev/null
sed -i "s#\"[^\"]*/vencejo\"#\"/usr/bin/vencejo\"#" "$stage/usr/share/jupyter/kernels/vencejo/kernel.json"
cp LICENSE "$stage/usr/share/doc/vencejo/copyright"

cat > "$stage/DEBIAN/control" <<CONTROL
Package: vencejo
Version: $version
Architecture: $architecture
Maintainer: The Vencejo developers <vencejo@localhost>
Section: science
Priority: optional
Depends: $depends
Recommends: librsvg2-bin, dataset-fashion-mnist
Suggests: jupyter-notebook
Installed-Size: $(du -sk "$stage/usr" | cut -f1)
Description: Swift notebooks for machine learning
 A Jupyter kernel and a runner of notebooks: cells in Swift that are checked before they run, tensors with gradients,
 neural networks, figures as SVG. One program; no compiler and no Python is needed.
CONTROL

mkdir -p "$folder"
package=$folder/vencejo_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$stage" "$package" >/dev/null
echo "made $package ($(du -h "$package" | cut -f1)), which needs: $depends"
