"""An analyst's decision takes effect, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.stories import BAHRI, day, report

from trucewatch.reconciliation import reconcile
from trucewatch.records.claim import IncidentClaim
from trucewatch.records.review import Judgement, Verdict, anchor_of

NEWS = report("""Shells on Bahri

KHARTOUM, April 22 - A shell hit a bakery in Bahri on 21 April. Shells also hit the river port of Bahri on 21 April.
""")
BAKERY = NEWS.incident("A shell hit a bakery in Bahri on 21 April", "shell", BAHRI, when=NEWS.cite("21 April", day(21)))
PORT = NEWS.incident(
    "Shells also hit the river port of Bahri on 21 April", "Shells", BAHRI, when=NEWS.cite("21 April", day(21))
)


def _judge(name: str, verdict: Verdict, left: IncidentClaim, right: IncidentClaim | None = None) -> Judgement:
    return Judgement(
        id=name,
        verdict=verdict,
        left=anchor_of(left),
        right=anchor_of(right) if right else None,
        analyst="R. Osman",
        made=datetime(2023, 4, 23, 9, 0),
        reason="one volley",
    )


def _incidents(*judgements: Judgement) -> list[int]:
    found = reconcile([BAKERY, PORT], [NEWS.article], judgements)
    return [len(i.claims) for i in found.incidents]


def test_without_judgement_they_are_two() -> None:
    assert _incidents() == [1, 1]


def test_same_joins_and_the_record_says_who_decided() -> None:
    found = reconcile([BAKERY, PORT], [NEWS.article], [_judge("j1", Verdict.SAME, BAKERY, PORT)])
    (incident,) = found.incidents
    assert incident.joined[0].reasons[0].sentence == "R. Osman: the same. one volley"


def test_a_judgement_taken_back_has_no_effect() -> None:
    same = _judge("j1", Verdict.SAME, BAKERY, PORT)
    undo = replace(_judge("j2", Verdict.SAME, BAKERY, PORT), undoes="j1", made=datetime(2023, 4, 24))
    assert _incidents(same, undo) == [1, 1]


def test_the_last_of_two_judgements_stands() -> None:
    same = _judge("j1", Verdict.SAME, BAKERY, PORT)
    different = replace(_judge("j2", Verdict.DIFFERENT, BAKERY, PORT), made=datetime(2023, 4, 24))
    assert _incidents(same, different) == [1, 1]


def test_different_keeps_apart_what_would_join() -> None:
    headline = NEWS.incident("Shells on Bahri", "Shells", BAHRI)
    apart = _judge("j1", Verdict.DIFFERENT, headline, BAKERY)
    joined = reconcile([headline, BAKERY], [NEWS.article])
    kept = reconcile([headline, BAKERY], [NEWS.article], [apart])
    assert (len(joined.incidents), len(kept.incidents)) == (1, 2)


def test_reject_leaves_the_claim_out_also_under_a_new_revision() -> None:
    judged = _judge("j1", Verdict.REJECT, BAKERY)
    again = replace(BAKERY, id="read-by-a-later-revision")
    found = reconcile([again, PORT], [NEWS.article], [judged])
    assert [c.id for c in found.claims] == [PORT.id]
