#!/usr/bin/env python3
"""Write the files of kernelspec/ into the Swift source that `vencejo install` takes them from.

    python3 scripts/make_kernelspec.py          write it
    python3 scripts/make_kernelspec.py --check  say with exit status 1 that it is out of date

The PNG logos are drawn from the SVG by `rsvg-convert -w 32 -h 32 logo-svg.svg -o logo-32x32.png` (and 64).
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "kernelspec"
TARGET = ROOT / "Sources" / "JupyterKernel" / "KernelSpec" / "KernelSpecFiles+Generated.swift"
FILES = ["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]
WIDTH = 88


def literal(path: pathlib.Path) -> str:
    digits = path.read_bytes().hex()
    lines = [digits[start:start + WIDTH] for start in range(0, len(digits), WIDTH)]
    return "\\\n".join("            " + line for line in lines)


def text() -> str:
    parts = [
        "// Made by scripts/make_kernelspec.py from the files of kernelspec/.\n\n",
        "/// The kernelspec's files, their bytes in hexadecimal.\n",
        "enum KernelSpecFiles {\n",
        "    static let all: [(name: String, hexadecimal: StaticString)] = [\n",
    ]
    for name in FILES:
        parts.append(f'        (\n            "{name}",\n            """\n')
        parts.append(literal(SOURCE / name))
        parts.append('\n            """\n        ),\n')
    parts.append("    ]\n}\n")
    return "".join(parts)


def main() -> int:
    made = text()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text() != made:
            print(f"{TARGET.relative_to(ROOT)} is out of date: run scripts/make_kernelspec.py")
            return 1
        return 0
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
