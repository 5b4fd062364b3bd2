#!/usr/bin/env python3
"""Cuts the corpora into word pieces with the labels that each leaves open, and the base encoder to the pieces that are kept.

usage: prepare.py --base e5-small-q4.bin --corpora CORPORA --output FOLDER [--pieces 80000]

Writes FOLDER/data.npz (texts), FOLDER/base.npz (the encoder) and FOLDER/pieces.npz (the vocabulary, for the export).
Needs numpy, and wordfreq for the choice of the pieces.
"""
import argparse, collections, json, os, pathlib
import numpy as np
from base import Base
from pieces import PieceTokenizer

TYPES = ["PERSON", "ORG", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "MISC"]
OUTSIDE = 1 << 32  # the bit of O; the bits below: begin, inside, end and single of each type
LANGUAGES = "en uk ru pl cs sk sh sl bg mk de fr es pt it nl ro tr hu lt lv fi sv da nb ca".split()
HELD_OUT = 10  # of corpora without a dev file each tenth run of 20 segments is kept to judge by


def segments(path):
    """Lists of (token, tag) between blank lines."""
    part = []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if columns[0].strip():
            part.append((columns[0], columns[-1] if len(columns) > 1 else "O"))
        elif part:
            yield part
            part = []
    if part:
        yield part


def with_headlines(part):
    """The segments, some of them once more as headlines are set: in capitals, or with a capital for each word."""
    for index, segment in enumerate(part):
        if index % 20 == 7 and 4 <= len(segment) <= 30:
            change = str.upper if index % 40 == 7 else lambda t: t[:1].upper() + t[1:]
            yield [(change(token), tag) for token, tag in segment]
        yield segment


def judged(segments, corpus):
    """Codes of people, organisations and places where the corpus decides them: 0 outside, 2t+1 begins, 2t+2 goes on."""
    codes, known = [], [t for t in ("PERSON", "ORG", "LOC") if t not in corpus["outside"]]
    for segment in segments:
        row = [0] * len(segment)
        for start, end, label in spans([tag for _, tag in segment]):
            first = (corpus["labels"].get(label) or ["O"])[0].replace("FAC", "LOC")
            if first in known and not (corpus.get("unlabelHandles") and segment[start][0].startswith("@")):
                code = 2 * ["PERSON", "ORG", "LOC"].index(first) + 1
                row[start:end] = [code] + [code + 1] * (end - start - 1)
        codes += row
    return np.array(codes, np.uint8)


def spans(tags):
    start = None
    for index, tag in enumerate(tags + ["O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            yield start, index, tags[start][2:]
            start = None
        if tag != "O" and start is None:
            start = index


def lanes(type_name, place):
    return 1 << ({"begin": 0, "inside": 8, "end": 16, "single": 24}[place] + TYPES.index(type_name))


def allowed(segment, corpus):
    """A mask of labels for each token: one bit where the corpus decides, several where it leaves the label open."""
    tokens = [token for token, _ in segment]
    open_mask = sum(lanes(t, p) for t in corpus["outside"] for p in ("begin", "inside", "end", "single"))
    masks = [OUTSIDE | (open_mask if t[0].isupper() or t[0].isnumeric() else 0) for t in tokens]
    for start, end, label in spans([tag for _, tag in segment]):
        if corpus.get("unlabelHandles") and tokens[start].startswith("@"):
            continue
        meanings = corpus["labels"].get(label, [])
        last = corpus.get("lastWords", {})
        if last and len(meanings) > 1:
            word = tokens[end - 1].lower()
            settled = [m for m in meanings if word in last.get(m, [])]
            meanings = settled or [m for m in meanings if m not in last]
        for index in range(start, end):
            place = "single" if end - start == 1 else "begin" if index == start else "end" if index == end - 1 else "inside"
            masks[index] = sum(OUTSIDE if m == "O" else lanes(m, place) for m in meanings)
            assert masks[index], (label, corpus)
    return masks


def descriptions():
    folder = pathlib.Path(__file__).parent
    for name, entry in json.load(open(folder / "corpora.json")).items():
        if "description" in entry:
            entry = {**json.load(open(folder / entry["description"])), **entry}
        yield name, entry


def choose_pieces(base, corpora, count):
    """The pieces to keep: the commonest of the words of the languages, as wordfreq and the corpora have them."""
    import wordfreq
    full = PieceTokenizer(base.pieces, base.scores, base.normal)
    for special in (base.begin, base.end, base.pad, base.unknown, len(base.pieces) - 1):
        full.table.pop(base.pieces[special], None)
    weight = collections.Counter()
    for language in LANGUAGES:
        large = language in wordfreq.available_languages("large")
        words = wordfreq.get_frequency_dict(language, "large" if large else "small")
        for word in sorted(words, key=lambda w: (-words[w], w))[:60000]:
            for form in (word, word.capitalize()):
                for piece in full.token(form):
                    weight[piece] += words[word] * 1e6
    for name, corpus in corpora:
        words = collections.Counter(token for part in corpus["parts"] for segment in part for token, _ in segment)
        total = sum(words.values())
        for word, number in words.items():
            for piece in full.token(word):
                weight[piece] += number * 1e6 / max(total, 1e5)
    weight[0] = 0
    ranked = sorted((p for p in weight if p not in (0, base.unknown)), key=lambda p: (-weight[p], p))
    singles = [i for i, p in enumerate(base.pieces) if len(p) == 1 and (ord(p) < 0x530 or 0x1E00 <= ord(p) < 0x2200 or p == "\u2581")]
    kept = {base.unknown, base.begin, base.end, *singles}
    for piece in ranked:
        if len(kept) >= count:
            break
        kept.add(piece)
    order = [base.unknown, base.begin, base.end]
    return order + sorted(kept - set(order))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--base", "--corpora", "--output"):
        parser.add_argument(option, required=True)
    parser.add_argument("--pieces", type=int, default=80000)
    options = parser.parse_args()
    base = Base(options.base)
    corpora = []
    for name, corpus in descriptions():
        read = lambda files: [list(segments(os.path.join(options.corpora, name, f))) for f in files]
        corpus["parts"] = read(corpus["train"])
        corpus["judge"] = read(corpus["dev"])
        if not corpus["dev"]:
            every = [s for part in corpus["parts"] for s in part]
            kept = [i // 20 % HELD_OUT == HELD_OUT - 1 for i in range(len(every))]
            corpus["judge"] = [[s for s, k in zip(every, kept) if k]]
            corpus["parts"] = [[s for s, k in zip(every, kept) if not k]]
        corpora.append((name, corpus))
    kept = choose_pieces(base, corpora, options.pieces)
    tokenizer = PieceTokenizer([base.pieces[i] for i in kept], base.scores[kept], base.normal)
    os.makedirs(options.output, exist_ok=True)
    data, about = {}, {}
    for name, corpus in corpora:
        for kind, parts in (("train", corpus["parts"]), ("dev", corpus["judge"])):
            every = [s for part in parts for s in (with_headlines(part) if kind == "train" else part)]
            if kind == "dev":
                data[f"{name}.dev.judged"] = judged(every, corpus)
            ids = [tokenizer.token(t) for s in every for t, _ in s]
            masks = np.array([m for s in every for m in allowed(s, corpus)], np.uint64)
            distinct, index = np.unique(masks, return_inverse=True)
            data[f"{name}.{kind}.pieces"] = np.array([p for t in ids for p in t], np.int32)
            data[f"{name}.{kind}.counts"] = np.array([len(t) for t in ids], np.uint8)
            data[f"{name}.{kind}.segments"] = np.array([len(s) for s in every], np.int32)
            data[f"{name}.{kind}.distinct"], data[f"{name}.{kind}.masks"] = distinct, index.astype(np.uint16)
        about[name] = {k: corpus[k] for k in ("language", "guide", "share", "documents", "licence")}
        about[name]["judged"] = [t not in corpus["outside"] for t in ("PERSON", "ORG", "LOC")]
        print(name, len(data[f"{name}.train.pieces"]), len(data[f"{name}.train.counts"]), flush=True)
    data["about"] = np.array(json.dumps(about))
    np.savez(os.path.join(options.output, "data.npz"), **data)
    weights = base.weights()
    np.savez(os.path.join(options.output, "base.npz"), words=base.words[kept], place=base.place.astype(np.float16),
             sizes=np.array([base.hidden, base.layers, base.heads, base.inner]), **weights)
    np.savez(os.path.join(options.output, "pieces.npz"), pieces=np.array([base.pieces[i] for i in kept]), scores=base.scores[kept],
             normal=np.array(json.dumps(base.normal)))


if __name__ == "__main__":
    main()
