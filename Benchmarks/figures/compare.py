"""The same twelve figures by matplotlib and by vencejo: bytes of the SVG, and seconds to draw and write it.

    python compare.py --vencejo PATH [--folder FOLDER] [--pictures DOCS_IMAGES]

Each is the fastest of several calls in one process, data read and figure described before. `--pictures` copies
both drawings to a folder, matplotlib's as small PNG files.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def lines(command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}\n{result.stdout}{result.stderr}")
    return [line.split() for line in result.stdout.splitlines() if line[:2].isdigit()]


def copy_pictures(folder, target):
    from PIL import Image

    for path in sorted((folder / "matplotlib").glob("*.png")):
        # A palette shows these few colours as well, in a third of the bytes.
        image = Image.open(path).convert("RGB")
        image = image.resize((image.width * 3 // 4, image.height * 3 // 4), Image.LANCZOS)
        image.quantize(64, method=Image.Quantize.MEDIANCUT).save(target / f"reference-{path.stem}-matplotlib.png", optimize=True)
    for path in sorted((folder / "vencejo").glob("*.svg")):
        shutil.copy(path, target / f"reference-{path.stem}.svg")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vencejo", required=True)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="figures-"))
    (folder / "vencejo").mkdir(parents=True, exist_ok=True)
    theirs = {line[0]: (float(line[1]), int(line[2])) for line in lines([sys.executable, HERE / "matplotlib_figures.py", folder])}
    program = folder / "figures.swift"
    program.write_text(f'let folder = "{folder}"\n' + (HERE / "figures.swift").read_text())
    ours = {line[0]: float(line[1]) for line in lines([options.vencejo, "eval", program])}
    print("| figure | matplotlib KB | ours KB | share | matplotlib ms | ours ms | times as fast |\n|---|---|---|---|---|---|---|")
    missed = []
    for name, (seconds, size) in theirs.items():
        own = (folder / "vencejo" / f"{name}.svg").stat().st_size
        share, speed = own / size, seconds / ours[name]
        print(f"| {name} | {size / 1000:.0f} | {own / 1000:.1f} | {share:.2f} | {seconds * 1000:.0f} | {ours[name] * 1000:.1f} | {speed:.0f} |")
        if share > 0.5 or speed < 10:
            missed.append(name)
    print(f"\nabove half of matplotlib's bytes or below ten times its speed: {', '.join(missed) or 'none'}")
    if options.pictures:
        copy_pictures(folder, options.pictures)


if __name__ == "__main__":
    main()
