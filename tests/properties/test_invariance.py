"""What must change nothing: the order of articles, a neutral paragraph."""

from __future__ import annotations

import random

import pytest
from tests.properties.samples import Sample, read, samples, shape

from trucewatch.pipeline import compile_ledger

ALL = pytest.mark.parametrize("sample", samples(), ids=lambda s: s.name)
NEUTRAL = "Schools in the valley will open an hour later in winter so that buses can wait for the early train."


def test_the_order_of_articles_changes_nothing() -> None:
    read_so = list(samples())
    ledger = compile_ledger([s.article for s in read_so], [c for s in read_so for c in s.claims])
    shuffle = random.Random(7)
    for _ in range(20):
        shuffle.shuffle(read_so)
        again = compile_ledger([s.article for s in read_so], [c for s in read_so for c in reversed(s.claims)])
        assert again == ledger


@ALL
def test_a_neutral_paragraph_changes_nothing_but_offsets(sample: Sample) -> None:
    if sample.data.lstrip().startswith(b"<"):
        added = sample.data.replace(b"</p>", f"</p><p>{NEUTRAL}</p>".encode(), 1)
    else:
        added = sample.data.rstrip() + f"\n\n{NEUTRAL}\n".encode()
    article, _, claims = read(added, sample.name, sample.published)
    before = compile_ledger([sample.article], sample.claims)
    after = compile_ledger([article], claims)
    assert _plain(tuple(t for _, t in after.terms)) == _plain(tuple(t for _, t in before.terms))
    for slot in ("truces", "incidents", "tolls", "control", "talks", "positions", "population"):
        assert _plain(getattr(after, slot)) == _plain(getattr(before, slot)), slot


def _plain(records: object) -> str:
    """Values and quotes of records, in an order of their own."""
    assert isinstance(records, tuple)
    return "\n".join(sorted(repr(shape(record)) for record in records))
