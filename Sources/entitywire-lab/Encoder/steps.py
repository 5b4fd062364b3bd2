"""One step of training: partial labels, teachers, and on an accelerator a recorded graph for each shape of a batch."""
import torch
from torch.nn import functional as F


class Steps:
    """Takes steps with AdamW; the head and the guides learn five times as fast."""

    def __init__(self, model, teachers, texts, options):
        self.model, self.teachers, self.options = model, teachers, options
        self.cuda = texts.device == "cuda"
        fast = [model.guide, *model.head.parameters()]
        slow = [p for p in model.parameters() if not any(p is q for q in fast)]
        rate = lambda: torch.tensor(options.rate, device="cuda") if self.cuda else options.rate
        groups = [{"params": slow, "pace": 1, "lr": rate()}, {"params": fast, "pace": 5, "lr": rate()}]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=self.cuda, capturable=self.cuda)
        self.graphs, self.pool = {}, None

    def set_rate(self, rate):
        for part in self.optimizer.param_groups:
            if self.cuda:
                part["lr"].fill_(rate * part["pace"])
            else:
                part["lr"] = rate * part["pace"]

    def take(self, batch):
        """Takes a step; returns its loss."""
        self.model.train()
        if not self.cuda or self.options.plain:
            return self._step(batch)
        key = (*batch[0].shape, self.model.layers[0].query.rounds)
        if key not in self.graphs:
            self.graphs[key] = self._recorded(batch)
        graph, inputs, loss = self.graphs[key]
        for place, value in zip(inputs, batch):
            place.copy_(value)
        graph.replay()
        return loss

    def _recorded(self, batch):
        """The graph of a step for a shape; three plain steps warm it up."""
        inputs = [value.clone() for value in batch]
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self._step(inputs)
        torch.cuda.current_stream().wait_stream(side)
        torch.cuda.synchronize()
        self.optimizer.zero_grad(set_to_none=True)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, pool=self.pool):
            loss = self._step(inputs, clears=False)
        self.pool = self.pool or graph.pool()
        return graph, inputs, loss

    def _step(self, batch, clears=True):
        if clears:
            self.optimizer.zero_grad(set_to_none=True)
        loss = self._loss(*batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return loss

    def _loss(self, pieces, mask, first, last, known, allowed, guides):
        """What the corpora say, summed over what they leave open, and what the teachers say."""
        guides = torch.where(torch.rand(guides.shape, device=guides.device) < 0.2, 0, guides)
        hidden = (torch.rand(pieces.shape, device=pieces.device) < self.options.lost) & (pieces > 2)
        with torch.autocast("cuda" if self.cuda else "cpu", torch.bfloat16, enabled=self.cuda, cache_enabled=False):
            scores = self.model(torch.where(hidden, 0, pieces), mask, self.model.guide[guides], first, last)
            loss = scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e4).logsumexp(-1)
            if self.teachers:
                with torch.no_grad():
                    taught = [t(pieces, mask, t.guide[guides], first, last).softmax(-1) for t in self.teachers]
                    taught = torch.stack(taught).mean(0)
                loss = loss + F.kl_div(scores.log_softmax(-1), taught, reduction="none").sum(-1)
        return (loss * known).sum() / known.sum()
