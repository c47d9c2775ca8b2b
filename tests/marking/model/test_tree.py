"""Every sentence gets one tree: one root, no cycle, and no better tree exists."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from trucewatch.marking.model.tree import best_tree


def _is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for node in range(len(heads)):
        seen = set()
        while node >= 0:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node]
    return True


def _value(scores: np.ndarray, heads: list[int]) -> float:
    odds = np.exp(scores - scores.max(1, keepdims=True))
    logs = np.log(odds / odds.sum(1, keepdims=True))
    return float(sum(logs[i, h + 1] for i, h in enumerate(heads)))


def test_two_words_that_want_each_other_do_not_make_a_circle() -> None:
    scores = np.array([[0.0, -9.0, 5.0], [1.0, 5.0, -9.0]])
    assert best_tree(scores) == [1, -1]


def test_only_one_word_is_the_root() -> None:
    scores = np.array([[4.0, -9, 0, 0], [5.0, 1, -9, 1], [4.0, 0, 2, -9]])
    heads = best_tree(scores)
    assert heads.count(-1) == 1
    assert _is_tree(heads)


def test_no_words_no_tree() -> None:
    assert best_tree(np.zeros((0, 1))) == []


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_the_best_of_all_trees(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = 2 + seed % 3
    scores = rng.normal(size=(n, n + 1)) * 3
    heads = best_tree(scores)
    trees = [
        list(h) for h in product(range(-1, n), repeat=n) if _is_tree(list(h)) and all(i != x for i, x in enumerate(h))
    ]
    assert _value(scores, heads) == pytest.approx(max(_value(scores, t) for t in trees))


@given(
    st.integers(1, 24).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-50, 50, width=32, allow_subnormal=False))
    )
)
def test_any_scores_give_one_tree(scores: np.ndarray) -> None:
    assert _is_tree(best_tree(scores))
