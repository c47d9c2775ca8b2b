"""Who is bound by a truce, who declared it, who mediates it, and who is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...knowledge.truce_words import truce_lexicon
from ...records.claim import TruceAct
from ...records.party import Party, PartyKind
from ...records.reading import PartyMention
from ...records.text import Cited
from ..clauses import inside
from .mentions import TruceMention
from .scene import Scene

# Kinds of party that can hold fire.
SIDES = {
    PartyKind.STATE_FORCES,
    PartyKind.REBEL_GROUP,
    PartyKind.POLITICAL_MILITIA,
    PartyKind.IDENTITY_MILITIA,
    PartyKind.EXTERNAL_FORCES,
    PartyKind.GOVERNMENT,
    PartyKind.COALITION,
}
_NEUTRAL = {PartyKind.INTERNATIONAL_ORGANISATION, PartyKind.MONITOR, PartyKind.MEDIA}
_DECLARES = {TruceAct.ANNOUNCED, TruceAct.EXTENDED, TruceAct.SUSPENDED, TruceAct.ENDED, TruceAct.PROPOSED}
_BINDS = {TruceAct.AGREED, TruceAct.IN_FORCE, TruceAct.VIOLATED}
_SUBJECT = re.compile(
    r"^[^.;]{0,60}?\b(?:agree\w*|accept\w*|sign(?:s|ed)?|declar\w+|announc\w+|decreed|proclaim\w*|observ\w+|commit\w*|"
    r"extend\w*|offer\w*|suspend\w*|call(?:s|ed|ing)? off|ended|broke|respect\w*|implement\w*|order\w*|will|would)\b",
    re.I,
)
_OF = re.compile(r"(?:['’]s?\s+(?:[\w.-]+\s+){0,4}|\s+(?:[\w.-]+[\s-]+){0,3})[\"'“‘]?$")
_WELCOMED = re.compile(
    r"\b(?:welcom\w+|express\w+ support|support\w*|applaud\w*|hail\w*|prais\w+|condemn\w*|urg\w+|call\w* on)\b", re.I
)


@dataclass(slots=True)
class Sides:
    """Parties of one mention by what they are to the truce."""

    bound: list[Cited[Party]] = field(default_factory=list)
    declared: list[Cited[Party]] = field(default_factory=list)
    mediated: list[Cited[Party]] = field(default_factory=list)
    excluded: list[Cited[Party]] = field(default_factory=list)


def sides_of(scene: Scene, mention: TruceMention, act: TruceAct) -> Sides:
    """Sort the parties of a mention's stretch; a party that only welcomes or reports the truce is none of them."""
    sides = Sides()
    for party in inside(scene.reading.parties, mention.start, mention.end):
        target = _place(scene, mention, act, party, sides)
        if target is not None and all(c.value.id != party.party.id for c in target):
            target.append(Cited(party.party, (party.span,)))
    if not sides.bound and not sides.declared:
        _collective(scene, mention, sides)
    return sides


def _place(
    scene: Scene, mention: TruceMention, act: TruceAct, party: PartyMention, sides: Sides
) -> list[Cited[Party]] | None:
    frames, text = truce_lexicon().frames, scene.text
    before, after = text[mention.start : party.span.start], text[party.span.end : mention.end]
    if frames["excludes"].search(before[-120:]) or frames["excluded"].match(after[:80]):
        return sides.excluded
    if frames["mediates"].search(before[-70:]) or frames["mediator"].match(after[:60]):
        return sides.mediated
    if party.party.kind in _NEUTRAL or party.party.kind not in SIDES:
        return None
    if party.span.start >= mention.label.end:
        return _after_label(text[mention.label.end : party.span.start], sides)
    if frames["between"].search(before[-120:]):
        return sides.bound
    to_label = text[party.span.end : mention.label.start]
    if _WELCOMED.search(to_label) and not _OF.fullmatch(to_label):
        return None
    if party.adjectival and not _OF.fullmatch(to_label):
        return None
    if _OF.fullmatch(to_label) and len(to_label) < 40:
        return sides.declared if act in _DECLARES else sides.bound
    if not _SUBJECT.search(to_label + mention.label.quote + after[len(to_label) :][:0]):
        return None
    return sides.declared if act in _DECLARES else sides.bound if act in _BINDS else None


def _after_label(gap: str, sides: Sides) -> list[Cited[Party]] | None:
    frames = truce_lexicon().frames
    if frames["by"].search(gap):
        return sides.declared
    if frames["between"].search(gap) or frames["with"].search(gap):
        return sides.bound
    return None


def _collective(scene: Scene, mention: TruceMention, sides: Sides) -> None:
    """ "both sides", "the parties to the conflict": bound, and named by no name."""
    hit = truce_lexicon().collective.search(scene.text, mention.start, mention.end)
    if hit is None:
        return
    span = scene.quote(hit.start(), hit.end())
    name = re.sub(r"^the ", "", " ".join(span.quote.split()), flags=re.I)
    party = Party(f"text:{name.lower()}", name, PartyKind.OTHER, umbrella=True)
    sides.bound.append(Cited(party, (span,)))
