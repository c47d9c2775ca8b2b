"""Whether a mention of a truce says enough to be entered, and whether it is one side's own."""

from __future__ import annotations

import re
from datetime import timedelta

from ...records.claim import TruceAct
from ...records.party import PartyKind
from .once import Read, Thread, published_at
from .scene import Scene

_SEVERAL = re.compile(
    r"[\w-]+s\s+(?:in|across|for|covering)\s+(?:other|several|some|various|many|different|a number of|certain)\s+"
    r"(?:[\w-]+\s+)?(?:areas|places|parts|towns|districts|regions|cities|provinces|zones|fronts|localities)\b",
    re.I,
)
_HISTORY = timedelta(days=366 * 20)
_SHOOTING = re.compile(r"\b(?:attacks|hostilities|fighting|fire|firing|shooting|strikes|bombing)\b", re.IGNORECASE)
_OWN_ACTS = {TruceAct.ANNOUNCED, TruceAct.IN_FORCE, TruceAct.AGREED}
_MUTUAL = re.compile(
    r"\b(?:both|each|mutual\w*|bilateral\w*|reciproc\w*|two sides|two armies|between|each other|one another|with the|agree\w*|accord|deal|arrangement)\b",
    re.I,
)
_TOLD_OUTRIGHT = {TruceAct.IN_FORCE, TruceAct.ENDED, TruceAct.SUSPENDED, TruceAct.VIOLATED}
_MAKING = {TruceAct.ANNOUNCED, TruceAct.AGREED}


def tells(read: Read, threads: list[Thread]) -> bool:
    """Whether a mention says enough to be entered."""
    mention, act, terms = read.mention, read.act, read.terms
    if mention.anaphor:
        return bool(threads) and (terms.any() or bool(read.sides.excluded or read.left_out or read.sides.mediated))
    if act.act is TruceAct.DENIED:
        return True
    if mention.wished or (
        mention.mild and (act.weak or act.talk or act.act in {TruceAct.MENTIONED, TruceAct.PROPOSED})
    ):
        return False
    if (
        mention.plain
        and not terms.any()
        and (act.weak or act.talk or act.act in {TruceAct.MENTIONED, TruceAct.PROPOSED})
    ):
        return False
    certain = terms.term() or (mention.definite and mention.head == "proper") or mention.certain
    if act.act is TruceAct.REJECTED:
        return bool(threads) or certain or mention.definite or mention.head == "proposed"
    if mention.told:
        shooting = _SHOOTING.search(mention.label.quote) is not None
        done = act.act in _MAKING or (act.act is TruceAct.IN_FORCE and shooting)
        made = done and bool(read.sides.declared or read.sides.bound)
        offered = act.act is TruceAct.PROPOSED and bool(read.areas or read.scope.proviso) and bool(read.sides.declared)
        return terms.term() or (not threads and (offered or (made and read.scope.proviso is None)))
    if act.talk:
        return certain or bool(read.areas and not mention.plural and mention.definite) or _widened(read)
    if act.act is not TruceAct.MENTIONED and not act.weak:
        return True
    named = [p for p in read.sides.bound if not p.value.umbrella]
    known = (
        terms.term()
        or read.condition is not None
        or named
        or read.sides.excluded
        or read.left_out
        or read.sides.mediated
    )
    if known or (mention.definite and (read.areas or read.sides.bound)):
        return True
    return act.weak and bool(read.areas or read.sides.bound or (mention.definite and not threads))


def _widened(read: Read) -> bool:
    return bool(read.areas) and read.act.act is TruceAct.PROPOSED


def unnamed_several(scene: Scene, read: Read) -> bool:
    """ "local truces in other areas": several, none told apart by its area."""
    return not read.areas and bool(_SEVERAL.match(scene.text, read.mention.label.start))


def own_truce(scene: Scene, read: Read) -> bool:
    """ "The Front said it would carry out no attacks": a truce told by a verb of one side alone is that side's own."""
    sides, mention = read.sides, read.mention
    parties = {p.value.id for p in (*sides.declared, *sides.bound)}
    if not mention.told or read.act.act not in _OWN_ACTS or len(parties) != 1 or sides.mediated:
        return False
    if any(p.value.kind is PartyKind.OTHER for p in sides.bound):
        return False  # "both sides"
    return _MUTUAL.search(scene.text, mention.start, mention.end) is None


def long_past(scene: Scene, read: Read) -> bool:
    """A truce of history, mentioned in passing; one that still stands or is ended now is none."""
    terms, published = read.terms, published_at(scene)
    if published is None or read.act.act in _TOLD_OUTRIGHT:
        return False
    moments = [t.value.start for t in (terms.start, terms.announced, terms.end) if t is not None and t.value.start]
    return bool(moments) and max(moments) < published - _HISTORY
