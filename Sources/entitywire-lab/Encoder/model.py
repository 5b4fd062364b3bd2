"""The encoder with its head, in PyTorch, and its rounding to what the program computes."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from base import expand

LABELS = 33  # begin, inside, end and single of eight types; the last is O
MATRICES = ("query", "key", "value", "attended", "wide", "narrow")


class Dense(nn.Module):
    """A linear layer that can round as the program does: weights of one byte by row, inputs of one byte by row."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.rounds = False

    def forward(self, x):
        if not self.rounds:
            return F.linear(x, self.weight, self.bias)
        return F.linear(rounded(x), rounded(self.weight), self.bias)


def rounded(x):
    """Whole steps of a 127th of each row's largest number; gradients pass as if nothing were rounded."""
    scale = x.detach().abs().amax(-1, keepdim=True).clamp_min(1e-8) / 127
    return x + (torch.round(x / scale) * scale - x).detach()


class Layer(nn.Module):
    def __init__(self, hidden, heads, inner, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value, self.attended = (Dense(hidden, hidden) for _ in range(4))
        self.wide, self.narrow = Dense(hidden, inner), Dense(inner, hidden)
        self.attended_norm, self.narrow_norm = nn.LayerNorm(hidden, 1e-12), nn.LayerNorm(hidden, 1e-12)

    def forward(self, x, mask):
        rows, length, hidden = x.shape
        split = lambda y: y.view(rows, length, self.heads, -1).transpose(1, 2)
        drop = self.dropout if self.training else 0.0
        y = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), mask, drop)
        y = self.attended(y.transpose(1, 2).reshape(rows, length, hidden))
        x = self.attended_norm(x + F.dropout(y, drop))
        y = self.narrow(F.gelu(self.wide(x), approximate="tanh"))
        return self.narrow_norm(x + F.dropout(y, drop))


class Encoder(nn.Module):
    """Pieces in, one vector of label scores for each token out: from its first and its last piece."""

    def __init__(self, base, guides, layers, dropout=0.1):
        super().__init__()
        hidden, count, heads, inner = (int(v) for v in base["sizes"])
        self.register_buffer("words", torch.tensor(expand(base["words"])), persistent=False)
        self.place = nn.Parameter(torch.tensor(base["place"].astype(np.float32)))
        self.guide = nn.Parameter(torch.zeros(guides, hidden))
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, dropout) for _ in layers)
        self.head = nn.Linear(2 * hidden, LABELS)
        self.dropout = dropout
        with torch.no_grad():
            self._fill(self.norm, base, "norm")
            for layer, source in zip(self.layers, layers):
                for name in MATRICES:
                    dense = getattr(layer, name)
                    dense.weight.copy_(torch.tensor(expand(base[f"layer.{source}.{name}.weight"])))
                    dense.bias.copy_(torch.tensor(base[f"layer.{source}.{name}.bias"]))
                self._fill(layer.attended_norm, base, f"layer.{source}.attended.norm")
                self._fill(layer.narrow_norm, base, f"layer.{source}.narrow.norm")
            self.head.weight.normal_(std=0.02)
            self.head.bias.zero_()

    @staticmethod
    def _fill(norm, base, name):
        norm.weight.copy_(torch.tensor(base[name + ".weight"]))
        norm.bias.copy_(torch.tensor(base[name + ".bias"]))

    def set_rounding(self, rounds):
        for module in self.modules():
            if isinstance(module, Dense):
                module.rounds = rounds

    def forward(self, pieces, mask, guide, first, last):
        """pieces, mask: [rows, length]; guide: [rows, hidden]; first, last: [rows, tokens]. Scores [rows, tokens, labels]."""
        drop = self.dropout if self.training else 0.0
        x = self.words[pieces].float() + self.place[: pieces.shape[1]] + guide[:, None]
        x = F.dropout(self.norm(x), drop)
        keys = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, keys)
        take = lambda index: x.gather(1, index[:, :, None].expand(-1, -1, x.shape[2]))
        return self.head(F.dropout(torch.cat([take(first), take(last)], -1), drop)).float()
