"""Names come from the best sequence of tags that can be one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from trucewatch.marking.model.spans import best_tags, tag_spans

LABELS = ("O", "B-LOC", "I-LOC", "B-PER", "I-PER")


def test_a_name_that_only_goes_on_gets_its_beginning() -> None:
    scores = np.array([[3.0, 2.9, 0, 0, 0], [0, 0, 5.0, 0, 0]])
    assert best_tags(scores, LABELS) == ["B-LOC", "I-LOC"]


def test_spans_end_where_the_kind_changes() -> None:
    assert tag_spans(["B-LOC", "I-LOC", "B-LOC", "O", "B-PER", "I-LOC"]) == [
        (0, 2, "LOC"),
        (2, 3, "LOC"),
        (4, 5, "PER"),
        (5, 6, "LOC"),
    ]


@given(st.integers(1, 12).flatmap(lambda n: arrays(np.float64, (n, 5), elements=st.floats(-9, 9))))
def test_no_name_begins_in_its_middle(scores: np.ndarray) -> None:
    tags = best_tags(scores, LABELS)
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[1:] == tag[1:]
