"""Rows to tensors: a mixed stream of batches in which every row brings the labels it has."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from trucewatch.marking.model.lemmas import lemma_rule
from trucewatch.marking.model.runtime import encoded
from trucewatch.marking.model.shapes import MARK
from trucewatch.marking.model.wordpiece import WordPiece

from .augment import Names, damaged, joined, renamed, reported
from .corpora import Row

IGNORED = -100
LONGEST = 200


@dataclass(frozen=True)
class Pools:
    """Training rows by corpus and how often each is seen in one round."""

    trees: list[Row]
    names: list[Row]
    mentions: list[Row]
    written: list[Row]


def one_round(pools: Pools, names: Names, rng: random.Random, weights: tuple[int, int, int]) -> list[Row]:
    """All rows of a round: trees once (long ones twice) with variants, other pools ``weights`` times."""
    out: list[Row] = []
    rows = pools.trees
    for i, row in enumerate(rows):
        copies = 2 if len(row.words) > 25 else 1
        for _ in range(copies):
            out.append(_tree_variant(row, rows[i + 1] if i + 1 < len(rows) else None, rng))
        if row.names and rng.random() < 0.8:
            out.append(renamed(row, names, rng, 0.9))
    for pool, times in zip((pools.names, pools.mentions, pools.written), weights, strict=True):
        for _ in range(times):
            out += [renamed(r, names, rng, 0.8) if rng.random() < 0.5 else r for r in pool]
    return [damaged(r, rng) for r in out if len(r.words) <= LONGEST]


def plain_round(pools: Pools, weights: tuple[int, int]) -> list[Row]:
    """The prototype's round: trees once, names and mentions ``weights`` times, all as they stand."""
    rows = pools.trees + pools.names * weights[0] + pools.mentions * weights[1]
    return [r for r in rows if len(r.words) <= LONGEST]


def _tree_variant(row: Row, following: Row | None, rng: random.Random) -> Row:
    chance = rng.random()
    made: Row | None = None
    if (
        chance < 0.12
        and following is not None
        and following.doc == row.doc
        and len(row.words) + len(following.words) < 70
    ):
        made = joined(row, following, rng)
    elif chance < 0.18 and 5 < len(row.words) < 40:
        made = reported(row, rng)
    if made is None:
        return row
    return made if made.names else replace(made, names=None)


def in_batches(rows: list[Row], pieces: WordPiece, size: int, rng: random.Random) -> Iterator[list[tuple]]:
    """Batches of about ``size`` pieces of rows of like length, in random order."""
    rng.shuffle(rows)
    batches = []
    for start in range(0, len(rows), 3000):
        chunk = sorted(((encoded(r.words, pieces), r) for r in rows[start : start + 3000]), key=lambda x: len(x[0][0]))
        batch: list[tuple] = []
        for item in chunk:
            if batch and (len(batch) + 1) * len(item[0][0]) > size:
                batches.append(batch)
                batch = []
            batch.append(item)
        batches.append(batch)
    rng.shuffle(batches)
    return iter([b for b in batches if b])


def inputs(encodings: list[tuple[list[int], list[int], list[int]]]) -> tuple[Tensor, ...]:
    """ids, shapes, mask, first, present: padded."""
    b, t, w = len(encodings), max(len(e[0]) for e in encodings), max(len(e[2]) for e in encodings)
    ids, shapes = torch.zeros(b, t, dtype=torch.long), torch.full((b, t), MARK)
    mask, first = torch.zeros(b, t, dtype=torch.long), torch.zeros(b, w, dtype=torch.long)
    present = torch.zeros(b, w, dtype=torch.long)
    for i, (piece, form, start) in enumerate(encodings):
        ids[i, : len(piece)] = torch.tensor(piece)
        shapes[i, : len(piece)] = torch.tensor(form)
        mask[i, : len(piece)] = 1
        first[i, : len(start)] = torch.tensor(start)
        present[i, : len(start)] = 1
    return ids, shapes, mask, first, present


def targets(rows: list[Row], index: dict[str, dict[str, int]], width: int) -> dict[str, Tensor]:
    """Label tensors; what a row lacks is ignored."""
    found = {k: torch.full((len(rows), width), IGNORED) for k in ("upos", "lemma", "rel", "head", "name", "mention")}
    for i, row in enumerate(rows):
        labels: dict[str, list[str] | None] = {
            "upos": row.upos, "rel": row.rels, "name": row.names, "mention": row.mentions,
            "lemma": [lemma_rule(w, x) for w, x in zip(row.words, row.lemma, strict=True)] if row.lemma else None,
        }  # fmt: skip
        for key, values in labels.items():
            if values:
                found[key][i, : len(values)] = torch.tensor([index[key].get(v, IGNORED) for v in values])
        if row.heads:
            found["head"][i, : len(row.heads)] = torch.tensor(row.heads) + 1
    return found
