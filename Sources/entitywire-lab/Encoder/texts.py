"""The prepared corpora on the device: windows of neighbouring segments, and batches of them."""
import json
import numpy as np
import torch
from model import LABELS

BEGIN, END = 1, 2  # the pieces before and after each window
BUCKETS = np.array([24, 32, 48, 64, 96, 128, 160, 194, 232])  # padded lengths
LENGTHS, ODDS = (30, 62, 94, 158, 230), (0.1, 0.2, 0.25, 0.25, 0.2)  # pieces of a window in training


class Texts:
    def __init__(self, path, device, without=()):
        data = np.load(path)
        self.device = device
        self.about = {k: v for k, v in json.loads(str(data["about"])).items() if k not in without}
        self.guides = ["any"] + sorted({v["guide"] for v in self.about.values()})
        pieces, counts, masks, judged, table, self.parts = [], [], [], [], [np.uint64(1 << 32)], {}
        token = 0
        for name in self.about:
            for kind in ("train", "dev"):
                at = lambda field: data[f"{name}.{kind}.{field}"]
                pieces.append(at("pieces")), counts.append(at("counts"))
                masks.append(at("masks").astype(np.int64) + len(table))
                table += list(at("distinct"))
                number = len(counts[-1])
                judged.append(at("judged") if kind == "dev" else np.zeros(number, np.uint8))
                self.parts[name, kind] = token + np.concatenate([[0], np.cumsum(at("segments"))]).astype(np.int64)
                token += number
        self.starts = np.concatenate([[0], np.cumsum(np.concatenate(counts), dtype=np.int64)])
        self.judged = np.concatenate(judged)
        self._pieces = torch.tensor(np.concatenate(pieces), device=device)
        self._starts = torch.tensor(self.starts, device=device)
        self._masks = torch.tensor(np.concatenate(masks), device=device)
        bits = np.array([[int(m) >> b & 1 for b in range(LABELS)] for m in table], bool)
        self._allowed = torch.tensor(bits, device=device)

    def windows(self, segments, length):
        """Token ranges of neighbouring segments of so many pieces at most; longer segments are cut. `length` draws one."""
        result, start, limit = [], None, 0
        for first, end in zip(segments[:-1], segments[1:]):
            if start is not None and self.starts[end] - self.starts[start] > limit:
                result.append((start, first))
                start = None
            if start is None:
                start, limit = first, length()
                while self.starts[end] - self.starts[start] > limit:
                    cut = int(np.searchsorted(self.starts, self.starts[start] + limit, "right")) - 1
                    cut = max(cut, start + 1)
                    result.append((start, cut))
                    start = cut
        if start is not None and start < segments[-1]:
            result.append((start, segments[-1]))
        return [w for w in result if w[0] < w[1]]

    def epoch(self, rng):
        """(first token, end, guide) of every window of one pass, in batches by length."""
        rows = []
        draw = lambda: int(rng.choice(LENGTHS, p=ODDS))
        for name, about in self.about.items():
            segments, share = self.parts[name, "train"], about["share"]
            guide = self.guides.index(about["guide"])
            for _ in range(int(share)):
                rows += [(a, b, guide) for a, b in self.windows(segments, draw)]
            rest = share - int(share)
            for start in range(0, len(segments) - 1, 20):
                if rest and rng.random() < rest:
                    rows += [(a, b, guide) for a, b in self.windows(segments[start : start + 21], draw)]
        return np.array(rows, np.int64)

    def batches(self, rows, pieces, rng=None):
        """(length, indexes of rows whose windows fit) of so many pieces; in random order where a generator is given."""
        sizes = self.starts[rows[:, 1]] - self.starts[rows[:, 0]] + 2
        buckets = np.searchsorted(BUCKETS, sizes)
        groups = []
        for bucket, length in enumerate(BUCKETS):
            members = np.flatnonzero(buckets == bucket)
            if rng:
                rng.shuffle(members)
            many = pieces // length
            groups += [(length, members[at : at + many]) for at in range(0, len(members), many)]
        if rng:
            rng.shuffle(groups)
        return groups

    def batch(self, rows, length, many):
        """Tensors of a batch: pieces, their mask, first and last piece of each token, tokens' mask, allowed labels, guides.

        So many rows, the last ones empty where fewer are given, and so many pieces and tokens a row.
        """
        padded = np.zeros((many, 3), np.int64)
        padded[: len(rows)] = rows
        rows = torch.tensor(padded, device=self.device)
        start, end = self._starts[rows[:, 0]], self._starts[rows[:, 1]]
        place = torch.arange(length, device=self.device)[None]
        count = (end - start)[:, None]
        pieces = self._pieces[(start[:, None] + place - 1).clamp(0, len(self._pieces) - 1)].long()
        pieces = torch.where(place == 0, BEGIN, torch.where(place >= count + 1, END, pieces))
        mask = place <= count + 1
        token = rows[:, :1] + place
        known = token < rows[:, 1:2]
        token = token.clamp_max(len(self._masks) - 1)
        first = torch.where(known, self._starts[token] - start[:, None] + 1, 0)
        last = torch.where(known, self._starts[token + 1] - start[:, None], 0)
        return pieces, mask, first, last, known, self._allowed[self._masks[token]], rows[:, 2]
