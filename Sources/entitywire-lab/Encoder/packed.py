"""A trained model in few bytes, to carry it from the machine that trained it: matrices of one byte a number, by row."""
import io, json
import numpy as np

PART = 15 << 20


def pack(saved, path):
    """Writes path.0, path.1, …: the rounded matrices with their scales, everything else as fp32, the names of the guides."""
    arrays = {"about": np.array(json.dumps({"layers": saved["layers"], "guides": saved["guides"]}))}
    for name, value in saved["state"].items():
        value = value.float().cpu().numpy()
        if name.startswith("layers.") and value.ndim == 2:
            scale = np.maximum(np.abs(value).max(1), 1e-8) / 127
            arrays[name + ".scale"] = scale.astype(np.float32)
            arrays[name] = np.rint(value / scale[:, None]).astype(np.int8)
        else:
            arrays[name] = value.astype(np.float16 if name == "place" else np.float32)
    file = io.BytesIO()
    np.savez(file, **arrays)
    data = file.getvalue()
    for index in range(0, len(data), PART):
        open(f"{path}.{index // PART}", "wb").write(data[index : index + PART])


def unpack(paths):
    """The arrays of `pack` from the files of its parts, in order."""
    return dict(np.load(io.BytesIO(b"".join(open(p, "rb").read() for p in paths))))
