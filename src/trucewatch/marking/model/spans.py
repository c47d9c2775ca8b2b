"""Names and mentions from tag scores: the best sequence in which no name begins in its middle."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray


@cache
def _allowed(labels: tuple[str, ...]) -> NDArray[np.float64]:
    """0 where the second label may follow the first, a large penalty where not; the last row is the start."""
    bars = np.zeros((len(labels) + 1, len(labels)))
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            for i, before in enumerate((*labels, "O")):
                if before[1:] != label[1:]:
                    bars[i, j] = -1e4
    return bars


def best_tags(scores: NDArray[np.floating], labels: tuple[str, ...]) -> list[str]:
    """The best valid BIO sequence (Viterbi) for ``scores[word, label]``."""
    greedy = [labels[int(i)] for i in scores.argmax(axis=1)]
    if all(not t.startswith("I-") or (i and greedy[i - 1][1:] == t[1:]) for i, t in enumerate(greedy)):
        return greedy
    bars = _allowed(labels)
    total = scores[0] + bars[-1]
    back = []
    for row in scores[1:]:
        ways = total[:, None] + bars[:-1]
        back.append(ways.argmax(axis=0))
        total = ways.max(axis=0) + row
    state = int(total.argmax())
    path = [state]
    for step in reversed(back):
        state = int(step[state])
        path.append(state)
    return [labels[i] for i in reversed(path)]


def tag_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """First word, end word and kind of each BIO span."""
    found: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for i, tag in enumerate((*tags, "O")):
        if start >= 0 and tag != f"I-{kind}":
            found.append((start, i, kind))
            start = -1
        if tag[0] in "BI" and start < 0:
            start, kind = i, tag[2:]
    return found
