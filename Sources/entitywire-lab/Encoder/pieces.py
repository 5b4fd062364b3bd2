"""Cuts tokens into word pieces: SentencePiece's unigram model over a part of its vocabulary."""

MARK = "\u2581"
LONGEST_TOKEN = 96  # code points of a token that are read; what follows is not


class PieceTokenizer:
    """The best path over the pieces' scores. Ids are places in the list of pieces; the first is the unknown piece."""

    def __init__(self, pieces, scores, normal):
        self.normal = normal
        self.table = {piece: (index, float(score)) for index, (piece, score) in enumerate(zip(pieces, scores))}
        self.table.pop(pieces[0], None)
        self.unknown_score = float(min(scores)) - 10
        self.longest = max(map(len, pieces))
        self.cache = {}

    def token(self, text):
        """The ids of one token, at least one."""
        ids = self.cache.get(text)
        if ids is None:
            ids = self.cache[text] = self._path(self.normalized(text))
        return ids

    def normalized(self, text):
        """The token as the pieces spell it: mapped character by character, a mark before it and for each run of blanks."""
        words = text[:LONGEST_TOKEN].translate(self.normal).split(" ")
        return "".join(MARK + word for word in words if word) or MARK

    def _path(self, text):
        count = len(text)
        best = [0.0] + [-1e30] * count
        back = [(0, 0)] * (count + 1)
        for start in range(count):
            for end in range(start + 1, min(count, start + self.longest) + 1):
                entry = self.table.get(text[start:end])
                if entry and best[start] + entry[1] > best[end]:
                    best[end] = best[start] + entry[1]
                    back[end] = (start, entry[0])
            if best[start] + self.unknown_score > best[start + 1]:
                best[start + 1] = best[start] + self.unknown_score
                back[start + 1] = (start, 0)
        ids = []
        while count:
            count, piece = back[count]
            if piece or not ids or ids[-1]:  # one unknown piece for a run of them
                ids.append(piece)
        return ids[::-1]
