"""What a step learns from: gold labels, and, for a smaller network, what its teacher says of the same words."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import IGNORED, inputs, targets
from .network import Network

Index = dict[str, dict[str, int]]
SHARES = {"upos": 0.5, "lemma": 0.3, "head": 1.0, "rel": 1.0, "name": 1.5, "mention": 1.0}
# The prototype weighed its heads so.
PROTOTYPE_SHARES = {"upos": 1.0, "lemma": 0.5, "head": 1.0, "rel": 1.0, "name": 2.0, "mention": 2.0}
# A pupil's parts: gold labels, the teacher's scores, the teacher's last layer.
GOLD, SCORES, VECTORS = 0.4, 1.0, 1.0


def gold_losses(net: Network, batch: list, index: Index) -> dict[str, Tensor]:
    """Losses by head for a mixed batch; a head no row has labels for is left out."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        ids, shapes, mask, first, present = inputs([e for e, _ in batch])
        words = net.words(ids, shapes, mask, first)
        return _against_gold(net, batch, index, words, present)


def _against_gold(net: Network, batch: list, index: Index, words: Tensor, present: Tensor) -> dict[str, Tensor]:
    wanted = targets([r for _, r in batch], index, words.size(1))
    scores = net.tags(words)
    rows = (wanted["head"] != IGNORED).any(1).nonzero().squeeze(1)
    if len(rows):
        arc, child, rooted = net.arcs(words[rows], present[rows])
        scores["head"] = arc
        wanted["head"], wanted["rel"] = wanted["head"][rows], wanted["rel"][rows]
        scores["rel"] = net.relations(child, rooted, wanted["head"].clamp(min=0))
    return {
        key: F.cross_entropy(found.float().reshape(-1, found.size(-1)), wanted[key].reshape(-1), ignore_index=IGNORED)
        for key, found in scores.items()
        if (wanted[key] != IGNORED).any()
    }


def weighed(losses: dict[str, Tensor], shares: dict[str, float] = SHARES) -> Tensor:
    """One number from the losses by head."""
    return torch.stack([shares[k] * v for k, v in losses.items()]).sum()


def taught_loss(net: Network, teacher: Network, batch: list, index: Index) -> tuple[Tensor, dict[str, Tensor]]:
    """A pupil's loss, and its parts for the log: every row is marked by the teacher on every head."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        ids, shapes, mask, first, present = inputs([e for e, _ in batch])
        with torch.no_grad():
            ideal = teacher.words(ids, shapes, mask, first)
            told = teacher.tags(ideal)
            told["head"], child, rooted = teacher.arcs(ideal, present)
            heads = told["head"].argmax(-1)
            told["rel"] = teacher.relations(child, rooted, heads)
        words = net.words(ids, shapes, mask, first)
        said = net.tags(words)
        said["head"], child, rooted = net.arcs(words, present)
        said["rel"] = net.relations(child, rooted, heads)
        gold = _against_gold(net, batch, index, words, present)
    there = present.bool()
    soft = {k: _unlike(said[k][there], told[k][there]) for k in SHARES}
    near = F.mse_loss(words[there].float(), ideal[there].float())
    total = GOLD * weighed(gold) + SCORES * weighed(soft) + VECTORS * near
    return total, gold | {f"taught {k}": v for k, v in soft.items()} | {"vectors": near}


def _unlike(said: Tensor, told: Tensor) -> Tensor:
    """Mean Kullback-Leibler divergence of the pupil's labels from the teacher's, a word."""
    return F.kl_div(said.float().log_softmax(-1), told.float().log_softmax(-1), reduction="batchmean", log_target=True)
