"""What a clause does to a truce, and how the truce is said to fare: the cues beside its label, and what makes them unreal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...knowledge.truce_words import Cue, truce_lexicon
from ...records.claim import Condition, TruceAct
from ...records.text import Cited, Span
from .coming import TO_BE
from .mentions import TruceMention
from .scene import Scene

_BLOCK = re.compile(r";|\b(?:but|while|whereas|although|though|when)\b|\.\s", re.IGNORECASE)
_LATER_CLAUSE = re.compile(
    r";|\b(?:but|while|whereas|although|though|so that)\b|,\s+and\s+(?:the|a|an|its|it|they|he|she)\b", re.I
)
_PREPOSITION = re.compile(r"\b(?:with|by|through|in|on|to|for|under|at|from|into|against|via)\b", re.IGNORECASE)
# Verbs that take the truce as their object: nothing with a preposition stands between.
_TRANSITIVE = {
    TruceAct.ENDED,
    TruceAct.SUSPENDED,
    TruceAct.EXTENDED,
    TruceAct.VIOLATED,
    TruceAct.COLLAPSED,
    TruceAct.REJECTED,
    TruceAct.IN_FORCE,
}
_AMOUNT = re.compile(
    r"\b(?:by|for|on|until|another)\s+(?:[\w-]+\s+){0,3}?(?:(?:hours?|days?|weeks?|months?)\b|\w+day\b)", re.IGNORECASE
)
_DONE = re.compile(
    r"(?:halt|stopp|suspend|ceas|paus|silenc|end)ed\b|froze\b|held\b|.*(?<!be )(?:ceased|stopped|halted|ended|fell silent|fallen silent|fell quiet)$",
    re.IGNORECASE | re.DOTALL,
)
# Later states of a truce first: of several acts the latest counts.
_ORDER = {
    act: number
    for number, act in enumerate(
        (
            TruceAct.DENIED,
            TruceAct.COLLAPSED,
            TruceAct.ENDED,
            TruceAct.SUSPENDED,
            TruceAct.EXPIRED,
            TruceAct.EXTENDED,
            TruceAct.VIOLATED,
            TruceAct.REJECTED,
            TruceAct.IN_FORCE,
            TruceAct.AGREED,
            TruceAct.ANNOUNCED,
            TruceAct.PROPOSED,
            TruceAct.MENTIONED,
        )
    )
}
_UNDOING = {TruceAct.ENDED, TruceAct.SUSPENDED, TruceAct.VIOLATED, TruceAct.COLLAPSED, TruceAct.EXPIRED}
_MAKING = {TruceAct.AGREED, TruceAct.ANNOUNCED, TruceAct.EXTENDED, TruceAct.IN_FORCE}
_OFFERED = re.compile(r"\b(?:propos|offer|suggest|ready|readiness|willing|prepared)\w*", re.IGNORECASE)
_HEADS = {"proposed": TruceAct.PROPOSED, "violated": TruceAct.VIOLATED, "extended": TruceAct.EXTENDED}


@dataclass(frozen=True, slots=True)
class Act:
    """``span`` are the words that tell it (None where nothing does); ``weak`` and ``talk`` as of the cue.

    ``heads`` are where words begin that could tell it before the label: whoever is their subject acts.
    """

    act: TruceAct
    span: Span | None = None
    weak: bool = False
    talk: bool = False
    heads: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    cue: Cue
    start: int
    end: int
    after: bool


def act_of(scene: Scene, mention: TruceMention, *, widening: bool, to_come: bool = False) -> Act:
    """The act that tells of the latest state of the truce, unreal ones left out; MENTIONED where there is none.

    ``to_come`` says that the truce begins after publication: then no words put it in force.
    """
    hits = list(_hits(scene, mention))
    heads = tuple(hit.start for hit in hits if not hit.after and not hit.cue.weak)
    acts = [a for hit in hits if (a := _real(scene, mention, hit, widening)) is not None]
    if to_come:
        acts = [a for a in acts if a.act is not TruceAct.IN_FORCE] or [Act(TruceAct.ANNOUNCED)]
    acts.sort(key=lambda a: _ORDER[a.act])
    strong = [a for a in acts if not a.weak and not a.talk]
    head = _HEADS.get(mention.head)
    if head is not None and not any(a.act is TruceAct.REJECTED for a in strong):
        return Act(head, strong[0].span if strong else mention.label, heads=heads)
    if mention.told and not acts:
        return _told_act(scene, mention, heads)
    first = next(iter([*strong, *(a for a in acts if a.talk), *acts]), Act(TruceAct.MENTIONED))
    return replace(first, heads=heads)


def _told_act(scene: Scene, mention: TruceMention, heads: tuple[int, ...]) -> Act:
    """A verb that tells a truce is its own act: done ("halted its offensive") or to be done ("will stop attacking")."""
    before = scene.text[max(mention.start, mention.label.start - 60) : mention.label.start]
    label = mention.label.quote
    if truce_lexicon().modality["proposing"].search(before):
        return Act(TruceAct.PROPOSED, mention.label, heads=heads)
    if truce_lexicon().modality["future"].search(before) or TO_BE.search(label):
        return Act(TruceAct.ANNOUNCED, mention.label, heads=heads)
    done = _DONE.match(label) is not None
    return Act(TruceAct.IN_FORCE if done else TruceAct.MENTIONED, mention.label, heads=heads)


def _hits(scene: Scene, mention: TruceMention) -> Iterator[_Hit]:
    text, label = scene.text, mention.label
    for cue in truce_lexicon().cues:
        before = _nearest_before(text, mention, cue)
        after = _nearest_after(text, mention, cue)
        if cue.words.before is not None and cue.words.after is not None:
            if before is not None and after is not None:
                yield _Hit(cue, before.start(), label.end, False)
            continue
        for hit, is_after in ((before, False), (after, True)):
            if hit is not None:
                yield _Hit(cue, hit.start(), hit.end(), is_after)


def last_hit(pattern: re.Pattern[str], text: str, low: int, high: int) -> re.Match[str] | None:
    """The last match of a pattern in a stretch of text."""
    return next(reversed(list(pattern.finditer(text, low, high))), None)


def _nearest_before(text: str, mention: TruceMention, cue: Cue) -> re.Match[str] | None:
    if cue.words.before is None:
        return None
    found = last_hit(cue.words.before, text, mention.start, mention.label.start)
    if found is None:
        return None
    between = text[found.end() : mention.label.start]
    if cue.act is TruceAct.EXTENDED:
        between = _AMOUNT.sub(" ", between)  # "extended by one month on Friday a three-month ceasefire"
    if len(between.split()) > cue.reach or _BLOCK.search(between):
        return None
    if cue.act in _TRANSITIVE and not cue.weak and _PREPOSITION.search(between):
        return None
    return found


def _nearest_after(text: str, mention: TruceMention, cue: Cue) -> re.Match[str] | None:
    if cue.words.after is None:
        return None
    found = cue.words.after.search(text, mention.label.end, mention.end)
    if found is None:
        return None
    between = text[mention.label.end : found.start()]
    return None if len(between.split()) > cue.reach or _LATER_CLAUSE.search(between) else found


def _real(scene: Scene, mention: TruceMention, hit: _Hit, widening: bool) -> Act | None:
    """The act of a cue after its modality; None where nothing was done."""
    modality, text = truce_lexicon().modality, scene.text
    words = text[max(mention.start, hit.start - 80) : hit.start]
    span, act = scene.quote(hit.start, hit.end), hit.cue.act
    plain = Act(act, span, hit.cue.weak, hit.cue.talk)
    if act in {TruceAct.DENIED, TruceAct.REJECTED} or hit.cue.talk:
        return plain
    if modality["negated"].search(words):
        return Act(TruceAct.IN_FORCE, span, weak=True) if act in _UNDOING else None
    offered = modality["proposing"].search(words)
    if offered and act in _MAKING:
        if act in {TruceAct.EXTENDED, TruceAct.IN_FORCE} and mention.definite and not widening:
            return Act(TruceAct.IN_FORCE, span, weak=True)
        return Act(TruceAct.PROPOSED, span, talk=not _OFFERED.search(offered.group()))
    if modality["unreal"].search(words):
        return Act(TruceAct.IN_FORCE, span, weak=True) if act in _UNDOING and mention.definite else None
    if modality["future"].search(words) and act is TruceAct.IN_FORCE:
        return Act(TruceAct.ANNOUNCED, span, hit.cue.weak)
    return plain


def condition_of(scene: Scene, mention: TruceMention) -> Cited[Condition] | None:
    """How the truce is said to fare, by the words right beside its label."""
    if mention.told or mention.wished:
        return None
    text, label = scene.text, mention.label
    negated = truce_lexicon().modality["negated"]
    for condition, words in truce_lexicon().conditions:
        hit = None
        if words.before is not None:
            hit = last_hit(words.before, text, max(mention.start, label.start - 60), label.start)
            if hit is not None and len(text[hit.end() : label.start].split()) > 4:
                hit = None
        if hit is None and words.after is not None:
            hit = words.after.search(text, label.end, min(mention.end, label.end + 160))
            if (
                hit is not None
                and _LATER_CLAUSE.sub("", text[label.end : hit.start()]) != text[label.end : hit.start()]
            ):
                hit = hit if _about_itself(text[label.end : hit.start()]) else None
        if hit is not None and not negated.search(text[max(mention.start, hit.start() - 50) : hit.start()]):
            return Cited(condition, (scene.quote(hit.start(), hit.end()),))
    return None


def _about_itself(between: str) -> bool:
    """ "which was put in place in February but has since all but collapsed": the same subject goes on."""
    return bool(
        re.search(r"\bbut\s+(?:it\s+)?(?:has|have|had|was|were|is|appears?|seems?)\b[^,;.]*$", between, re.IGNORECASE)
    )
