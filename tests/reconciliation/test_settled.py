"""Corrections, undoings of undoings, hands on persons and on sources, and records that a person adds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

from tests.stories import BAHRI, CIVILIANS, NYALA, RSF, day, report

from trucewatch.pipeline import compile_ledger
from trucewatch.reconciliation.added import note_article
from trucewatch.records.claim import Claim, TruceAct
from trucewatch.records.codec import to_json
from trucewatch.records.count import Count
from trucewatch.records.fields import as_text
from trucewatch.records.ledger import Ledger, Outcome
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.review import Judgement, Verdict, anchor_of, standing, thing
from trucewatch.records.text import Note

NEWS = report("""Shells on Bahri

KHARTOUM, April 22 - Shells fired by the RSF hit a bakery in Bahri on 21 April and killed four people, said Salma Idris, a nurse. A ceasefire in Bahri began on 20 April.
""")
NURSE = Party("text:salma idris", "Salma Idris", PartyKind.WITNESS, private=True, role="nurse")
BAKERY = NEWS.incident(
    "Shells fired by the RSF hit a bakery in Bahri on 21 April", "Shells", BAHRI,
    when=NEWS.cite("21 April", day(21)), actor=NEWS.cite("RSF", RSF), target=NEWS.cite("bakery", CIVILIANS),
    harms=(NEWS.harm("four people", "killed", 4, 4),), said=NEWS.said(NURSE, by="Salma Idris"),
)  # fmt: skip
TRUCE = NEWS.truce(
    "A ceasefire in Bahri began on 20 April",
    "ceasefire",
    TruceAct.IN_FORCE,
    BAHRI,
    start=NEWS.cite("20 April", day(20)),
)
NINE = datetime(2023, 4, 23, 9)


def judged(verdict: Verdict, hour: int = 0, of: Claim = BAKERY, **more: object) -> Judgement:
    made = Judgement(
        f"J{hour + 1}.1", verdict, anchor_of(of), "ana", NINE + timedelta(hours=hour), reason="seen on site"
    )
    return replace(made, **more)  # type: ignore[arg-type]


def ledger(*judgements: Judgement, claims: tuple[Claim, ...] = (BAKERY, TRUCE)) -> Ledger:
    return compile_ledger([NEWS.article], claims, judgements)


def corrected(path: str, value: object, hour: int = 0) -> Judgement:
    return judged(Verdict.CORRECT, hour, field=path, value=as_text(value))


def test_a_corrected_value_stands_under_the_analysts_note_and_the_claim_as_read_is_untouched() -> None:
    (incident,) = ledger(corrected("harms.killed.count", Count(5, 5, "5"))).incidents
    assert incident.lead.harms[0].count.value == Count(5, 5, "5")
    assert incident.lead.harms[0].count.evidence == (Note("ana", "seen on site"),)
    assert incident.figures[0].count.low == 5
    assert BAKERY.harms[0].count.value.low == 4


def test_a_decision_after_a_correction_of_the_place_still_finds_its_claim() -> None:
    moved, dropped = corrected("place", NYALA), judged(Verdict.REJECT, 1)
    assert ledger(moved).incidents[0].lead.place.value == NYALA  # type: ignore[union-attr]
    assert ledger(moved, dropped).incidents == ()


def test_undoing_an_undoing_brings_the_decision_back() -> None:
    reject = judged(Verdict.REJECT)
    undo = judged(Verdict.REJECT, 1, undoes="J1.1")
    again = judged(Verdict.REJECT, 2, undoes="J2.1")
    assert [len(ledger(*js).incidents) for js in ((reject,), (reject, undo), (reject, undo, again))] == [0, 1, 0]


def test_one_answer_to_one_question_stands_and_answers_to_others_stay() -> None:
    made = [judged(Verdict.ACCEPT), judged(Verdict.GRADE_CLAIM, 1, value="2"), judged(Verdict.UNSURE, 2)]
    assert [j.verdict for j in standing(made)] == [Verdict.GRADE_CLAIM, Verdict.UNSURE]
    assert [(d.verdict, d.record) for d in ledger(*made).decided] == [
        (Verdict.GRADE_CLAIM, ledger().incidents[0].id), (Verdict.UNSURE, ledger().incidents[0].id),
    ]  # fmt: skip


def test_only_a_person_makes_a_breach_verified_and_the_tests_stay_as_they_were() -> None:
    (alleged,) = ledger().breaches
    (verified,) = ledger(judged(Verdict.CONFIRM, right=anchor_of(TRUCE))).breaches
    assert (alleged.outcome, verified.outcome) == (Outcome.ALLEGED, Outcome.VERIFIED)
    assert (verified.assessed, verified.tests) == (Outcome.ALLEGED, alleged.tests)
    assert verified.reason.startswith("confirmed by ana, 23 Apr 2023: seen on site")


def test_a_denied_breach_is_what_the_analyst_says_it_is() -> None:
    denied = judged(Verdict.DENY, right=anchor_of(TRUCE), value="permitted")
    (breach,) = ledger(denied).breaches
    assert (breach.outcome, breach.alleged_party) == (Outcome.PERMITTED, None)


def test_a_person_redacted_or_revealed() -> None:
    assert BAKERY.said.speaker is not None
    shown = ledger(judged(Verdict.REVEAL, left=thing("person", "Salma Idris"))).incidents[0].lead
    assert shown.said.speaker is not None and not shown.said.speaker.value.private
    public = replace(BAKERY, said=NEWS.said(replace(NURSE, private=False), by="Salma Idris"))
    hidden = ledger(judged(Verdict.REDACT, left=thing("person", "Salma Idris")), claims=(public,))
    assert hidden.incidents[0].lead.said.speaker.value.private  # type: ignore[union-attr]
    assert hidden.redacted == ("Salma Idris",)


def test_a_record_added_by_hand_stands_in_a_note_and_leaves_when_undone() -> None:
    note = note_article("ana", "A mine went off on the Nyala road on 21 April; told by phone.")
    claim = replace(BAKERY, id="by-hand", article=note.id, words=(note.quote(0, len(note.text)),))
    add = judged(Verdict.ADD, left=anchor_of(claim), value=json.dumps(to_json(claim)), reason=note.text)
    found = ledger(add, claims=())
    assert [i.lead.id for i in found.incidents] == ["by-hand"]
    assert {a.source for a in found.articles} == {"a report", "note by ana"}
    assert ledger(add, judged(Verdict.ADD, 1, undoes="J1.1"), claims=()).incidents == ()


def test_a_record_that_cites_a_report_is_there_only_where_the_report_is() -> None:
    claim = replace(BAKERY, id="by-hand")
    add = judged(Verdict.ADD, value=json.dumps(to_json(claim)))
    assert len(compile_ledger([NEWS.article], [], [add]).incidents) == 1
    assert compile_ledger([], [], [add]).incidents == ()
