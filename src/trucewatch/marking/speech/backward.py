"""What binds to a statement made before: "could not be verified", "denied the claim", "withdrew an earlier report"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...knowledge.speech import speech_words
from ...records.reading import Stance
from .clause import clause_end, phrase_after
from .drafts import Draft
from .subjects import subject_ending
from .view import CLOSING, View

_EARLIER = re.compile(r"\b(?:earlier|previous|initial|first|original)\s+(?:\w+\s+)?$", re.I)
_NOUN = re.compile(r"(?:reports?|claims?|allegations?|accounts?|rumou?rs?|statements?|accusations?|assertions?)", re.I)
_PART = re.compile(r"\b(?:involvement|role|responsibility)\b", re.I)


def backward(view: View, before: View | None, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """Responses of one sentence. ``drafts`` are its own statements, ``earlier`` those of the two sentences before."""
    return [
        *_unverified(view, before, drafts, earlier),
        *_denied(view, before, drafts, earlier),
        *_retracted(view, before, drafts, earlier),
        *_taken_from(view, before),
    ]


def _hits(view: View, name: str) -> list[re.Match[str]]:
    return list(speech_words().frames[name].finditer(view.text, view.sentence.start, view.sentence.end))


def _told_before(
    view: View,
    offset: int,
    before: View | None,
    drafts: Sequence[Draft],
    earlier: Sequence[Draft],
    *,
    plain: bool = True,
) -> tuple[int, int] | None:
    """The statement that words at an offset look back to: in this sentence, else in the one before.

    Where nobody makes one there, the sentence before itself, unless ``plain`` telling is not meant.
    """
    own = [d for d in drafts if d.content[1] <= offset and not d.factive and d.content[0] >= view.sentence.start]
    if own:
        return own[-1].content
    last = before.sentence.index if before is not None else -1
    told = [d for d in earlier if d.index == last and not d.factive and not d.backward]
    if told:
        return max((d.content for d in told), key=lambda c: c[1] - c[0])
    if before is not None and plain:
        return before.sentence.start, before.sentence.end
    return None


def _unverified(view: View, before: View | None, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    found = []
    for hit in _hits(view, "verification"):
        for target in _targets(view, hit, before, drafts, earlier):
            found.append(Draft(view.sentence.index, target, hit.span(), Stance.CLAIMED_UNVERIFIED, backward=True))
    return found


def _targets(
    view: View, hit: re.Match[str], before: View | None, drafts: Sequence[Draft], earlier: Sequence[Draft]
) -> list[tuple[int, int]]:
    """What a verification clause qualifies: one statement, or all that were just made ("neither claim")."""
    if _hits(view, "verification.several"):
        told = [d.content for d in drafts if d.content[1] <= hit.start() and not d.factive and not d.backward]
        told = told or [d.content for d in earlier if not d.factive and not d.backward]
        if told:
            return told
    target = _qualified(view, hit, before, drafts, earlier)
    return [target] if target is not None else []


def _qualified(
    view: View, hit: re.Match[str], before: View | None, drafts: Sequence[Draft], earlier: Sequence[Draft]
) -> tuple[int, int] | None:
    """What a verification clause speaks of; forward where it opens the sentence ("In a claim that could not ...")."""
    lead = view.text[view.sentence.start : hit.start()]
    if re.fullmatch(r"in an? [\w\s]{3,40}?(?:which|that)\s*", lead, re.I):
        later = [d for d in drafts if d.content[0] >= hit.end()]
        return later[0].content if later else None
    if re.match(r"\s*(?:that|whether|if|how|who|where|why)\b", view.text[hit.end() : hit.end() + 10]):
        # "could not confirm that three died": its own clause is what is open.
        first = view.at(hit.end()) + 1
        last = clause_end(view, first, stop_at_comma=False)
        return (view.tokens[first].start, view.tokens[last - 1].end) if first < last else None
    nouns = [
        d for d in drafts if d.content[0] <= hit.start() < d.content[1] and _NOUN.fullmatch(view.text[slice(*d.cue)])
    ]
    if nouns:
        # "Reports that C could not be confirmed": C itself.
        words = view.text[nouns[0].content[0] : hit.start()].rstrip()
        return (nouns[0].content[0], nouns[0].content[0] + len(words)) if words else None
    inner = [d for d in drafts if d.content[0] <= hit.start() < d.content[1] and not d.backward]
    return _told_before(view, inner[0].cue[0] if inner and not lead else hit.start(), before, drafts, earlier)


def _denied(view: View, before: View | None, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    found = []
    for hit in _hits(view, "denial"):
        if view.text[hit.end() : hit.end() + 1] in CLOSING:
            continue
        who = subject_ending(view, view.at(hit.start()))
        # "denied involvement" answers somebody's charge; it does not dispute that the thing happened.
        plain = not _PART.search(hit.group("what"))
        target = _told_before(view, hit.start(), before, drafts, earlier, plain=plain)
        if target is not None and who is not None:
            found.append(_answer(view, hit, target, who))
    for hit in _hits(view, "denial_apposed"):
        told = _told_before(view, hit.start("cue"), before, [d for d in drafts if d.cue[0] < hit.start()], earlier)
        words = view.at(hit.start("who")), view.at(hit.end("who"))
        if told is not None and words[0] < words[1]:
            found.append(_answer(view, hit, told, words))
    for hit in _hits(view, "denial_of"):
        first = view.at(hit.end())
        last = clause_end(view, first, stop_at_comma=False)
        speaker = subject_ending(view, view.at(hit.start()))
        if speaker is not None and last > first:
            found.append(_answer(view, hit, (view.tokens[first].start, view.tokens[last - 1].end), speaker))
    return found


def _answer(view: View, hit: re.Match[str], content: tuple[int, int], who: tuple[int, int]) -> Draft:
    """Another voice on a content: a denial, or a dispute where the word is weaker."""
    stance = Stance.DISPUTED if hit.group("cue").lower().startswith("disput") else Stance.DENIED
    return Draft(view.sentence.index, content, hit.span("cue"), stance, who, backward=True)


def _taken_from(view: View, before: View | None) -> list[Draft]:
    """ "This was announced by the mayor": the sentence before is the mayor's."""
    found = []
    for hit in _hits(view, "taken_from"):
        who = phrase_after(view, view.at(hit.end()))
        if before is not None and who is not None:
            content = before.sentence.start, before.tokens[-1].start
            found.append(Draft(view.sentence.index, content, hit.span("cue"), Stance.ASSERTED, who))
    return found


def _retracted(view: View, before: View | None, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    found = []
    for name in ("retraction.earlier", "retraction.withdrawn"):
        for hit in _hits(view, name):
            first = view.at(hit.end())
            while view.word(first) in {"that", "of", "saying", ":"}:
                first += 1
            who = subject_ending(view, view.at(hit.start())) if name.endswith("withdrawn") else None
            content: tuple[int, int] | None = None
            if name.endswith("earlier") or hit.group("that"):
                last = clause_end(view, first, stop_at_comma=False)
                content = (view.tokens[first].start, view.tokens[last - 1].end) if last > first else None
            else:
                content = _told_before(view, hit.start(), before, drafts, earlier)
            if content is not None:
                found.append(Draft(view.sentence.index, content, hit.span("cue"), Stance.RETRACTED, who, backward=True))
    for hit in _hits(view, "retraction.untrue"):
        if hit.group("how").lower() == "true" and " not " not in hit.group().lower():
            continue
        taken_back = hit.group("how").lower() in {"withdrawn", "retracted", "corrected"}
        stance = Stance.RETRACTED if taken_back or _EARLIER.search(view.text[: hit.start()][-30:]) else Stance.DENIED
        found.append(Draft(view.sentence.index, hit.span("what"), hit.span("cue"), stance, backward=True))
    return found
