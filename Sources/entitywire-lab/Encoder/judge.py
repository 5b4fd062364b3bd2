"""Decodes label scores and counts names: exact span and type, people, organisations and places."""
import numpy as np
import torch

KINDS = [0, 1, 2, 2, None, None, None, None]  # PERSON, ORG, LOC, FAC as a place; other types are not judged


def transitions(device):
    """0 where a label may follow another, else a large negative number. A name begins, goes on and ends as one type."""
    table = torch.full((33, 33), -1e4, device=device)
    outer = [32] + list(range(16, 32))
    table[outer, 32] = 0
    for t in range(8):
        table[outer, t] = 0
        table[outer, 24 + t] = 0
        for inner in (t, 8 + t):
            table[inner, 8 + t] = 0
            table[inner, 16 + t] = 0
    return table


def best_paths(scores):
    """Labels [rows, tokens] of the best legal path; scores [rows, tokens, 33]; rows are padded with O alone."""
    device = scores.device
    table = transitions(device)
    state = scores[:, 0].clone()
    state[:, 8:24] = -1e4
    back = []
    for token in range(1, scores.shape[1]):
        best, source = (state[:, :, None] + table).max(1)
        back.append(source)
        state = best + scores[:, token]
    state[:, :16] = -1e4
    label = state.argmax(1)
    labels = [label]
    for source in reversed(back):
        label = source.gather(1, label[:, None])[:, 0]
        labels.append(label)
    return torch.stack(labels[::-1], 1)


def names(labels):
    """(start, end, kind) of the judged names of one row of labels."""
    result, start = set(), None
    for index, label in enumerate(labels):
        if label == 32:
            continue
        place, kind = divmod(int(label), 8)
        if place in (0, 3):
            start = index
        if place in (2, 3) and KINDS[kind] is not None:
            result.add((start, index + 1, KINDS[kind]))
    return result


def gold_names(codes):
    result, start = set(), None
    for index, code in enumerate(list(codes) + [0]):
        if start is not None and code != codes[start] + 1:
            result.add((start, index, (codes[start] - 1) // 2))
            start = None
        if code % 2 == 1:
            start = index
    return result


def predict(model, texts, name, guide, limit=192, autocast=True):
    """Log-probabilities of every token of a dev part, in order."""
    segments = texts.parts[name, "dev"]
    rows = np.array([(a, b, 0) for a, b in texts.windows(segments, lambda: limit)], np.int64)
    base, scores = segments[0], torch.empty(segments[-1] - segments[0], 33, device=texts.device)
    model.eval()
    with torch.no_grad(), torch.autocast(texts.device, torch.bfloat16, enabled=autocast):
        for length, group in texts.batches(rows, 65536 if texts.device == "cuda" else 4096):
            pieces, mask, first, last, *_ = texts.batch(rows[group], length, len(group))
            out = model(pieces, mask, guide[None].expand(len(group), -1), first, last).log_softmax(-1)
            for row, index in enumerate(group):
                start, end = rows[index, 0], rows[index, 1]
                scores[start - base : end - base] = out[row, : end - start]
    return scores


def counts(scores, texts, name):
    """[3 kinds, right found gold] over a dev part."""
    segments = texts.parts[name, "dev"]
    base = segments[0]
    about = texts.about[name]["judged"]
    result = np.zeros((3, 3), int)
    sizes = np.diff(segments)
    for group in np.array_split(np.argsort(sizes, kind="stable"), max(1, len(sizes) // 512)):
        most = int(sizes[group].max())
        padded = torch.full((len(group), most, 33), -1e4, device=scores.device)
        padded[:, :, 32] = 0
        for row, index in enumerate(group):
            padded[row, : sizes[index]] = scores[segments[index] - base : segments[index + 1] - base]
        labels = best_paths(padded).cpu().numpy()
        for row, index in enumerate(group):
            found = {n for n in names(labels[row, : sizes[index]]) if about[n[2]]}
            gold = gold_names(texts.judged[segments[index] : segments[index + 1]].astype(int))
            for kind in range(3):
                of = lambda s: {n for n in s if n[2] == kind}
                result[kind] += [len(of(found) & of(gold)), len(of(found)), len(of(gold))]
    return result


def f1(table):
    right, found, gold = np.asarray(table).reshape(-1, 3).sum(0)
    return 200 * right / max(found + gold, 1)
