"""Articles and judgements in any order, one by one: the ledger is the one compiled from all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

import pytest
from benchmarks.pairs.scenes import Told, load_scenes
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.kits import load_kit
from trucewatch.pipeline import LiveLedger, compile_ledger
from trucewatch.records.claim import Claim, IncidentClaim, TruceClaim
from trucewatch.records.review import Judgement, Verdict, anchor_of

SCENES = {"bahri-market", "goma-camp", "maiduguri-bombs", "rafah-school", "jeddah-truce", "taiz-truce", "kivu-truce"}


@cache
def reports() -> tuple[Told, ...]:
    """Reports that repeat, update, rival and contain one another."""
    return tuple(told for scene in load_scenes(load_kit()) if scene.name in SCENES for told in scene.reports.values())


def _judgements(choices: Sequence[tuple[int, int, int]]) -> list[Judgement]:
    """Decisions on claims drawn by number: merges, splits, rejections, and what is taken back again."""
    claims = [c for told in reports() for c in told.claims if isinstance(c, IncidentClaim | TruceClaim)]
    made: list[Judgement] = []
    for n, (kind, one, two) in enumerate(choices):
        left: Claim = claims[one % len(claims)]
        peers = [c for c in claims if type(c) is type(left) and c.id != left.id]
        right = peers[two % len(peers)] if kind in (0, 1) else None
        verdict = (Verdict.SAME, Verdict.DIFFERENT, Verdict.REJECT, Verdict.ACCEPT)[kind % 4]
        undoes = made[two % len(made)].id if kind == 4 and made else None
        made.append(
            Judgement(
                id=f"j{n}",
                verdict=verdict,
                left=anchor_of(left),
                right=anchor_of(right) if right else None,
                analyst="R. Osman",
                made=datetime(2024, 1, 1) + timedelta(minutes=n),
                reason="heard at the desk",
                undoes=undoes,
            )
        )
    return made


decisions = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 500), st.integers(0, 500)), max_size=6)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(order=st.permutations(range(26)), choices=decisions, cuts=st.lists(st.integers(0, 25), min_size=6, max_size=6))
def test_any_order_gives_the_ledger_of_all(
    order: list[int], choices: list[tuple[int, int, int]], cuts: list[int]
) -> None:
    told = [reports()[n] for n in order if n < len(reports())]
    made = _judgements(choices)
    live = LiveLedger()
    for n, one in enumerate(told):
        known = [j for j, cut in zip(made, cuts, strict=False) if cut <= n]
        if known:
            live.judge(known)
        live.add(one.article, one.claims)
    live.judge(made)
    whole = compile_ledger([t.article for t in told], [c for t in told for c in t.claims], made)
    assert live.ledger() == whole


def test_a_later_reading_takes_the_place_of_the_first() -> None:
    told = reports()[:8]
    live = LiveLedger()
    for one in told:
        live.add(one.article, one.claims)
    fewer = told[1].claims[:1]
    live.add(told[1].article, fewer)
    claims = [c for t in told if t is not told[1] for c in t.claims]
    assert live.ledger() == compile_ledger([t.article for t in told], [*claims, *fewer])


def test_what_is_told_as_changed_is_what_changed() -> None:
    told = reports()[:4]
    live = LiveLedger()
    for one in told[:3]:
        live.add(one.article, one.claims)
    before = {i.id: i for i in live.ledger().incidents}
    changed = live.add(told[3].article, told[3].claims).records
    after = {i.id: i for i in live.ledger().incidents}
    assert {i.id for i in changed.incidents} == {n for n, i in after.items() if before.get(n) != i}
    assert before.keys() - after.keys() <= set(changed.gone)
    assert replace(after[changed.incidents[0].id]) == changed.incidents[0]
