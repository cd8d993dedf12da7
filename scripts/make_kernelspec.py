#!/usr/bin/env python3
"""Write the files of kernelspec/ into the Swift sources that `vencejo install` takes them from.

    python3 scripts/make_kernelspec.py          write it
    python3 scripts/make_kernelspec.py --check  say with exit status 1 that it is out of date

The PNG logos are drawn from the SVG by `rsvg-convert -w 32 -h 32 logo-svg.svg -o logo-32x32.png` (and 64).
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "kernelspec"
TARGETS = ROOT / "Sources" / "JupyterKernel" / "KernelSpec"
# The Swift type, what it holds, the folder under kernelspec/ and the files in it.
TABLES = [
    ("KernelSpecFiles", "The kernelspec's files", "", ["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]),
    ("PythonFiles", "The files of the Python package for papermill and nbconvert", "python",
     ["vencejo_jupyter/__init__.py", "vencejo_jupyter/papermill.py", "vencejo_jupyter/nbconvert.py"]),
]
WIDTH = 88


def literal(path: pathlib.Path) -> str:
    digits = path.read_bytes().hex()
    lines = [digits[start:start + WIDTH] for start in range(0, len(digits), WIDTH)]
    return "\\\n".join("            " + line for line in lines)


def text(name: str, what: str, folder: str, files: list[str]) -> str:
    parts = [
        "// Made by scripts/make_kernelspec.py from the files of kernelspec/.\n\n",
        f"/// {what}, their bytes in hexadecimal.\n",
        f"enum {name} {{\n",
        "    static let all: [(name: String, hexadecimal: StaticString)] = [\n",
    ]
    for file in files:
        parts.append(f'        (\n            "{file}",\n            """\n')
        parts.append(literal(SOURCE / folder / file))
        parts.append('\n            """\n        ),\n')
    parts.append("    ]\n}\n")
    return "".join(parts)


def main() -> int:
    status = 0
    for name, what, folder, files in TABLES:
        target = TARGETS / f"{name}+Generated.swift"
        made = text(name, what, folder, files)
        if "--check" not in sys.argv[1:]:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(made)
        elif not target.exists() or target.read_text() != made:
            print(f"{target.relative_to(ROOT)} is out of date: run scripts/make_kernelspec.py")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
