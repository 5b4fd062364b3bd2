#!/usr/bin/env python3
"""Writes the model file that the program maps into memory, from a trained model and the prepared vocabulary.

usage: export.py --data FOLDER --name NAME --output FILE.ewencoder [--calibration FILE.json] PART...

PART...: the files of train.py --packed, in order. The file: "EWENCOD\\n", u32 version, u32 bytes of the header, u64 checksum
of what follows byte 64; from there the header, JSON with the place of each array, and the arrays, each at a multiple of
64 bytes from the file's start.
"""
import argparse, json, struct
import numpy as np
from packed import unpack

OUTPUTS = 48  # 33 labels, and zeros to a multiple of 16
# What a language is read by: the guides of the corpora that are nearest to it. Others have the one of no corpus.
GUIDES = {
    "en": ["worldwide", "uner", "wikigold"], "de": ["germeval", "uner"], "pt": ["uner"], "da": ["uner"], "sv": ["uner"],
    "no": ["uner"], "sk": ["uner"], "hr": ["set"], "sr": ["set"], "bs": ["set"], "hu": ["nerkor"], "ro": ["ronec"],
    "tr": ["turkishwiki"], "lv": ["fullstack"],
}
LANGUAGES = "en uk ru pl cs sk hr sr bs sl bg mk de fr es pt it nl ro tr hu lt lv et fi sv da no".split()


def tiles(matrix):
    """[outputs, inputs] as the kernels read it: [outputs / 16][inputs / 4][16][4]."""
    outputs, inputs = matrix.shape
    return matrix.reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3)


def normal_rules(text):
    rules = sorted((int(k), v.encode()) for k, v in json.loads(text).items())
    ends = np.cumsum([0] + [len(v) for _, v in rules])
    return np.array([k for k, _ in rules], "<u4"), ends.astype("<u4"), np.frombuffer(b"".join(v for _, v in rules), np.uint8)


def checksum(data):
    hash, odd, mask = len(data), 0x9E3779B97F4A7C15, (1 << 64) - 1
    whole = len(data) // 8 * 8
    for word in struct.unpack(f"<{whole // 8}Q", data[:whole]):
        hash = (hash ^ word) * odd & mask
        hash ^= hash >> 29
    for byte in data[whole:]:
        hash = (hash ^ byte) * 0x100000001B3 & mask
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93 & mask
    return hash ^ hash >> 32


def arrays_of(model, base, pieces, languages):
    f4 = lambda name: model[name].astype("<f4")
    yield "words", base["words"].reshape(len(base["words"]), -1)
    yield "place", model["place"].astype("<f4")
    yield "guides", languages
    yield "norm.gain", f4("norm.weight")
    yield "norm.bias", f4("norm.bias")
    layer = 0
    while f"layers.{layer}.query.weight" in model:
        at = lambda part: f"layers.{layer}.{part}"
        together = {"heads": ["query", "key", "value"], "attended": ["attended"], "wide": ["wide"], "narrow": ["narrow"]}
        for name, parts in together.items():
            weights = np.concatenate([model[at(p + ".weight")] for p in parts])
            yield f"{layer}.{name}.weights", tiles(weights)
            yield f"{layer}.{name}.scales", np.concatenate([model[at(p + ".weight.scale")] for p in parts]).astype("<f4")
            yield f"{layer}.{name}.bias", np.concatenate([f4(at(p + ".bias")) for p in parts])
            yield f"{layer}.{name}.sums", weights.astype(np.int32).sum(1).astype("<i4")
        for name in ("attended", "narrow"):
            yield f"{layer}.{name}.norm.gain", f4(at(name + "_norm.weight"))
            yield f"{layer}.{name}.norm.bias", f4(at(name + "_norm.bias"))
        layer += 1
    head = np.zeros((model["head.weight"].shape[1], OUTPUTS), "<f4")
    head[:, : len(model["head.weight"])] = model["head.weight"].T
    bias = np.zeros(OUTPUTS, "<f4")
    bias[: len(model["head.bias"])] = model["head.bias"]
    yield "head.weights", head
    yield "head.bias", bias
    texts = [p.encode() for p in pieces["pieces"].tolist()]
    yield "pieces.offsets", np.cumsum([0] + [len(t) for t in texts]).astype("<u4")
    yield "pieces.text", np.frombuffer(b"".join(texts), np.uint8)
    yield "pieces.scores", pieces["scores"].astype("<f4")
    yield from zip(("normal.from", "normal.offsets", "normal.text"), normal_rules(str(pieces["normal"])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--data", "--name", "--output"):
        parser.add_argument(option, required=True)
    parser.add_argument("--calibration", help="JSON: for each language, and for *, 21 numbers; see entitywire-lab calibrate")
    parser.add_argument("--sharpness", type=float, default=0.5, help="below 1 probabilities are less extreme")
    parser.add_argument("--guide", action="append", default=[], help="other guides for a language, as de=uner+any")
    parser.add_argument("parts", nargs="+")
    options = parser.parse_args()
    model = unpack(options.parts)
    about = json.loads(str(model["about"]))
    base, pieces = np.load(options.data + "/base.npz"), np.load(options.data + "/pieces.npz")
    for given in options.guide:
        language, _, names = given.partition("=")
        GUIDES[language] = names.split("+")
    vectors = {}
    for language in ["*"] + LANGUAGES:
        rows = [about["guides"].index(g) for g in GUIDES.get(language, ["any"]) if g in about["guides"]]
        vectors[language] = model["guide"][rows or [0]].mean(0)
    calibration = json.load(open(options.calibration)) if options.calibration else {}
    straight = [i / 20 for i in range(21)]
    header = {
        "name": options.name, "hidden": int(base["sizes"][0]), "heads": int(base["sizes"][2]), "inner": int(base["sizes"][3]),
        "layers": len(about["layers"]), "labels": OUTPUTS, "sharpness": options.sharpness, "languages": LANGUAGES,
        "guides": {language: index for index, language in enumerate(vectors)},
        "calibration": {language: calibration.get(language, calibration.get("*", straight)) for language in vectors},
    }
    arrays = list(arrays_of(model, base, pieces, np.stack(list(vectors.values())).astype("<f4")))
    header["arrays"] = {name: [10**12, value.nbytes] for name, value in arrays}  # as wide as any place
    size = len(json.dumps(header))
    place = 64 + size
    for name, value in arrays:
        place = (place + 63) // 64 * 64
        header["arrays"][name] = [place, value.nbytes]
        place += value.nbytes
    body = bytearray(json.dumps(header, sort_keys=True).encode().ljust(size))
    for name, value in arrays:
        body += bytes(header["arrays"][name][0] - 64 - len(body)) + np.ascontiguousarray(value).tobytes()
    start = struct.pack("<8sIIQ", b"EWENCOD\n", 1, size, checksum(bytes(body))).ljust(64, b"\0")
    open(options.output, "wb").write(start + body)
    print(options.output, len(start) + len(body))


if __name__ == "__main__":
    main()
