"""The best tree for a sentence's head scores: maximum spanning tree with exactly one root (Chu-Liu, Edmonds).

Taking each word's best head alone gives a cycle in one sentence of ten, which is no tree at all.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
_NEVER = -1e9


def best_tree(scores: NDArray[np.floating]) -> list[int]:
    """Heads for ``scores[word, head]`` where column 0 is the root: 0-based heads, -1 for the one root."""
    n = scores.shape[0]
    if n == 0:
        return []
    full = np.full((n + 1, n + 1), _NEVER)
    full[1:] = _log_softmax(scores[:, : n + 1].astype(np.float64))
    np.fill_diagonal(full, _NEVER)
    heads = _spanning(full)
    roots = [int(r) for r in np.flatnonzero(heads[1:] == 0) + 1]
    if len(roots) > 1:
        heads = _one_root(full, roots)
    return [int(h) - 1 for h in heads[1:]]


def _log_softmax(scores: Scores) -> Scores:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def _one_root(full: Scores, roots: list[int]) -> NDArray[np.int64]:
    """The best tree in which one of the words that wanted to be root is the only one."""
    best: NDArray[np.int64] | None = None
    best_score = -np.inf
    for root in roots:
        forced = full.copy()
        others = np.arange(len(full)) != root
        forced[others, 0] = _NEVER / 100
        heads = _spanning(forced)
        score = float(forced[np.arange(1, len(full)), heads[1:]].sum())
        if best is None or score > best_score:
            best, best_score = heads, score
    assert best is not None
    return best


def _spanning(scores: Scores) -> NDArray[np.int64]:
    """Heads of the maximum spanning arborescence from node 0; ``scores[child, head]``."""
    heads: NDArray[np.int64] = np.asarray(scores.argmax(axis=1), np.int64)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    return _expanded(scores, heads, cycle)


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _expanded(scores: Scores, heads: NDArray[np.int64], cycle: list[int]) -> NDArray[np.int64]:
    """Contract a cycle to one node, solve the smaller problem, open the cycle where the tree enters it."""
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(heads)), inside)
    m = len(outside)
    small = np.full((m + 1, m + 1), _NEVER)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, inside)]
    small[:m, m] = leaving.max(axis=1)
    small[0] = _NEVER
    gains = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    small[m, :m] = gains.max(axis=0)
    small[m, m] = _NEVER
    solved = _spanning(small)
    out = heads.copy()
    for place, node in enumerate(outside):
        if node:
            head = int(solved[place])
            out[node] = inside[leaving[place].argmax()] if head == m else outside[head]
    entry = int(solved[m])
    out[inside[gains[:, entry].argmax()]] = outside[entry]
    return out
