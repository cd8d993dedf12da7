"""Makes files.json: files of every format that is read, made by the libraries that own the formats, with what they hold.

    pip install numpy pillow safetensors torch
    python make_files.py
"""

import base64
import io
import json
import os
import zipfile

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(11)
files = []


def pack(x):
    x = np.asarray(x)
    return {"shape": list(x.shape), "dtype": x.dtype.name,
            "data": base64.b64encode(np.ascontiguousarray(x).tobytes()).decode()}


def add(name, data, arrays, tolerance=0):
    files.append({"name": name, "data": base64.b64encode(data).decode(), "tolerance": tolerance,
                  "arrays": [dict(pack(x), name=key) for key, x in arrays.items()]})


def npy(x, **options):
    out = io.BytesIO()
    np.lib.format.write_array(out, x, **options)
    return out.getvalue()


# .npy: all types, both byte orders, column-major, empty, no axes, every version of the format
held = {"int8": np.int32, "int16": np.int32, "uint16": np.int32, "uint32": np.int64, "uint64": np.int64, "float16": np.float32}
for kind in ("bool", "uint8", "int8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64"):
    x = rng.integers(0, 2, (2, 3)).astype(kind) if kind in ("bool", "uint8") else (rng.normal(0, 50, (2, 3))).astype(np.int64).astype(kind) if "u" not in kind else rng.integers(0, 200, (2, 3)).astype(kind)
    want = x.astype(held.get(kind, x.dtype))
    add(f"{kind}.npy", npy(x), {"": want})
    add(f"{kind}-big.npy", npy(x.astype(x.dtype.newbyteorder(">"))), {"": want})
    add(f"{kind}-columns.npy", npy(np.asfortranarray(x)), {"": want})
for version in ((1, 0), (2, 0), (3, 0)):
    add(f"version{version[0]}.npy", npy(np.arange(3.0), version=version), {"": np.arange(3.0)})
add("scalar.npy", npy(np.float64(2.5).reshape(())), {"": np.float64(2.5)})
add("empty.npy", npy(np.zeros((0, 3), np.float32)), {"": np.zeros((0, 3), np.float32)})

# .npz: stored and compressed, the sizes after the data as when it is written to a pipe
arrays = {"a": np.arange(6, dtype=np.int64).reshape(2, 3), "b/c": rng.normal(size=40), "ü": np.zeros((2, 0), np.float32)}
out = io.BytesIO()
np.savez(out, **arrays)
add("stored.npz", out.getvalue(), arrays)
out = io.BytesIO()
np.savez_compressed(out, **arrays)
add("compressed.npz", out.getvalue(), arrays)


class Pipe(io.RawIOBase):
    def __init__(self):
        self.data = b""

    def writable(self):
        return True

    def write(self, part):
        self.data += bytes(part)
        return len(part)


pipe = Pipe()
with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("x.npy", npy(arrays["a"]))
    archive.comment = b"a comment at the end"
add("streamed.npz", pipe.data, {"x": arrays["a"]})

# safetensors: all types of the format that tensors can hold
tensors, want = {}, {}
for kind in (torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64):
    x = (torch.randn(2, 3, generator=torch.Generator().manual_seed(3)) * 20).to(kind)
    name = str(kind).split(".")[1]
    tensors[name] = x
    up = {torch.int8: torch.int32, torch.int16: torch.int32, torch.float16: torch.float32, torch.bfloat16: torch.float32}
    want[name] = x.to(up.get(kind, kind)).numpy()
tensors["none"], want["none"] = torch.zeros(0, 4), np.zeros((0, 4), np.float32)
tensors["one"], want["one"] = torch.tensor(1.5), np.float32(1.5)
add("all.safetensors", save(tensors, {"format": "pt"}), want)
special = torch.tensor([float("inf"), -float("inf"), float("nan"), 65504, 6e-8, 6.1e-5])
add("half.safetensors", save({"h": special.half(), "b": special.bfloat16()}),
    {"h": special.half().float().numpy(), "b": special.bfloat16().float().numpy()})

# Pictures: smooth, so that a decoder's own rounding is all that differs
y, x = np.mgrid[0:21, 0:35]
color = np.stack([x * 7, y * 12, (x + y) * 4], -1).astype(np.uint8)
gray = (x * 5 + y * 3).astype(np.uint8)
with_alpha = np.concatenate([color, (255 - gray)[..., None]], -1)


def picture(name, image, tolerance=0, want=None, **options):
    out = io.BytesIO()
    image.save(out, **options)
    want = np.asarray(Image.open(io.BytesIO(out.getvalue())).convert(image.mode) if want is None else want)
    add(name, out.getvalue(), {"": want if want.ndim == 3 else want[..., None]}, tolerance)


for mode, values in (("RGB", color), ("L", gray), ("RGBA", with_alpha)):
    picture(f"{mode}.png", Image.fromarray(values), format="PNG")
picture("palette.png", Image.fromarray(color).quantize(16), format="PNG", want=Image.fromarray(color).quantize(16).convert("RGB"))
picture("bits.png", Image.fromarray(gray > 128), format="PNG", want=np.where(gray > 128, 255, 0).astype(np.uint8))
for mode, values in (("RGB", color), ("L", gray)):
    for quality in (50, 95):
        for progressive in (False, True):
            picture(f"{mode}-{quality}-{progressive}.jpg", Image.fromarray(values), 2, format="JPEG", quality=quality, progressive=progressive)
picture("full.jpg", Image.fromarray(color), 2, format="JPEG", subsampling=0)
picture("restarts.jpg", Image.fromarray(color), 2, format="JPEG", restart_marker_blocks=2)
inks = Image.fromarray(color).convert("CMYK")
out = io.BytesIO()
inks.save(out, format="JPEG", quality=95)
back = np.asarray(Image.open(io.BytesIO(out.getvalue()))).astype(np.int64)
add("inks.jpg", out.getvalue(), {"": ((255 - back[..., :3]) * (255 - back[..., 3:]) / 255).round().astype(np.uint8)}, 3)

with open(os.path.join(here, "files.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in files) + "\n]\n")
print(len(files), "files")
