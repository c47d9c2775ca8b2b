"""Score a network that is still in training."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from trucewatch.marking.model.lemmas import apply_rule
from trucewatch.marking.model.runtime import encoded
from trucewatch.marking.model.spans import best_tags, tag_spans
from trucewatch.marking.model.tree import best_tree
from trucewatch.marking.model.wordpiece import WordPiece

from .batches import inputs
from .corpora import Row
from .network import Network, Parser
from .scoring import Read, Reader, f1, score_all, war_sentences


def score_network(
    net: Network, labels: dict[str, list[str]], pieces: WordPiece, data: Path, limit: int | None
) -> dict[str, object]:
    """Score a network under training."""
    read = reader(net, labels, pieces)
    return score_all(read, data, limit) | {"war": war_sentences(read)}


def score_mentions(net: Network, labels: dict[str, list[str]], pieces: WordPiece, rows: Sequence[Row]) -> float:
    """F1 of the mentions of rows held out."""
    found = reader(net, labels, pieces)([r.words for r in rows])
    return f1([set(tag_spans(r.mentions or [])) for r in rows], [set(x.mentions) for x in found])


def reader(net: Network, labels: dict[str, list[str]], pieces: WordPiece) -> Reader:
    """The network as a reader of sentences; it is put in its state of use, without dropout."""
    net.eval()
    parser = Parser(net)

    def read(sentences: Sequence[list[str]]) -> list[Read]:
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        out: list[Read | None] = [None] * len(sentences)
        for start in range(0, len(order), 32):
            picked = order[start : start + 32]
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                given = parser(*inputs([encoded(sentences[i], pieces) for i in picked]))
                upos, lemma, name, mention, arc = (x.float().numpy() for x in given[:5])
                trees = [best_tree(arc[b, : len(sentences[i]), : len(sentences[i]) + 1]) for b, i in enumerate(picked)]
                heads = torch.zeros(len(picked), arc.shape[1], dtype=torch.long)
                for b, tree in enumerate(trees):
                    heads[b, : len(tree)] = torch.tensor(tree) + 1
                rels = net.relations(given[6], given[7], heads).argmax(-1).numpy()
            for b, i in enumerate(picked):
                n = len(sentences[i])
                out[i] = Read(
                    [labels["upos"][int(x)] for x in upos[b, :n]],
                    [apply_rule(w, labels["lemma"][int(x)]) for w, x in zip(sentences[i], lemma[b, :n], strict=True)],
                    [int(h) for h in trees[b]],
                    ["root" if h < 0 else labels["rel"][int(x)] for x, h in zip(rels[b, :n], trees[b], strict=True)],
                    [s[:3] for s in tag_spans(best_tags(name[b, :n], tuple(labels["name"])))],
                    [s[:3] for s in tag_spans(best_tags(mention[b, :n], tuple(labels["mention"])))],
                )
        return [r for r in out if r is not None]

    return read
