"""Writes the tables of Sources/Plotting that come from fonts and colour maps.

    python3 scripts/make_plot_tables.py FOLDER

FOLDER holds, for each DejaVu face, `advance_<face>.csv` (codepoint,advance in 2048 units an em, read
from the font's hmtx table), `colormaps_256.csv` (index, then one column of #rrggbb per colour map,
sampled from matplotlib) and `color_sequences.json` (name to list of #rrggbb).
"""

import csv
import json
import pathlib
import sys

source = pathlib.Path(sys.argv[1])
target = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "Plotting"
NOTE = "// Written by scripts/make_plot_tables.py; change that, not this.\n\n"


def wrapped(words, indent, width=96):
    """The words as lines of a multi-line string literal that joins them without line breaks."""
    lines, line = [], ""
    for word in words:
        if len(indent) + len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line += word
    lines.append(line)
    return ("\\\n" + indent).join(lines)


def advances(face):
    """Runs of characters of one width: `width`, `width*count`, each after `+gap,` if some are skipped."""
    with open(source / f"advance_{face}.csv") as file:
        rows = [(int(r["codepoint"]), int(r["advance"])) for r in csv.DictReader(file)]
    runs = []
    for point, width in rows:
        if runs and runs[-1][0] + runs[-1][1] == point and runs[-1][2] == width:
            runs[-1][1] += 1
        else:
            runs.append([point, 1, width])
    words, next_point = [], 32
    for point, count, width in runs:
        gap = f"+{point - next_point}," if point != next_point else ""
        words.append(gap + str(width) + (f"*{count}" if count > 1 else "") + " ")
        next_point = point + count
    return wrapped(words, "        ")


faces = {"regular": "DejaVuSans", "bold": "DejaVuSans-Bold", "mono": "DejaVuSansMono"}
text = NOTE + "/// Advance widths of the DejaVu faces, in 2048ths of an em, as runs of characters from U+0020 on.\n"
text += "enum AdvanceTables {\n"
for name, face in faces.items():
    text += f'    static let {name} = """\n        {advances(face)}\n        """\n'
text += "}\n"
(target / "Text" / "AdvanceTables+Generated.swift").write_text(text)

with open(source / "colormaps_256.csv") as file:
    rows = list(csv.reader(file))
names = rows[0][1:]
text = NOTE + "/// The colour maps: 256 colours each, six hexadecimal digits a colour.\n"
text += "enum ColormapTables {\n    static let names = [\n"
text += "".join(f'        "{name}",\n' for name in names) + "    ]\n\n"
text += "    static func table(_ name: String) -> StaticString? {\n        switch name {\n"
for name in names:
    text += f'        case "{name}": return {name}\n'
text += "        default: return nil\n        }\n    }\n\n"
for column, name in enumerate(names, 1):
    words = [row[column][1:] for row in rows[1:]]
    text += f'    static let {name}: StaticString = """\n        {wrapped(words, "        ")}\n        """\n'
text += "}\n"
(target / "Color" / "ColormapTables+Generated.swift").write_text(text)

sequences = json.loads((source / "color_sequences.json").read_text())
text = NOTE + "/// Sequences of colours for series, as 0xrrggbb.\nenum ColorSequenceTables {\n"
for name, colors in sequences.items():
    values = ", ".join("0x" + color[1:] for color in colors)
    spelled = name.replace("_ito", "Ito")
    spelled = spelled[0].lower() + spelled[1:]
    if len(values) > 80:
        parts = [", ".join("0x" + c[1:] for c in colors[i : i + 8]) for i in range(0, len(colors), 8)]
        values = "\n        " + ",\n        ".join(parts) + ",\n    "
    text += f"    static let {spelled}: [UInt32] = [{values}]\n"
text += "}\n"
(target / "Color" / "ColorSequenceTables+Generated.swift").write_text(text)
