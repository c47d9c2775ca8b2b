"""Who is bound by a truce, who declared it, who mediates it, and who is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...knowledge.truce_words import truce_lexicon
from ...records.claim import TruceAct
from ...records.party import Party, PartyKind
from ...records.text import Cited
from .actors import SIDES, Actor, actors_in, spoken_for
from .acts import Act
from .mentions import TruceMention
from .scene import Scene

_DECLARES = {TruceAct.ANNOUNCED, TruceAct.EXTENDED, TruceAct.SUSPENDED, TruceAct.ENDED, TruceAct.PROPOSED}
_BINDS = {TruceAct.AGREED, TruceAct.IN_FORCE, TruceAct.VIOLATED, TruceAct.COLLAPSED}
_HELD = re.compile(r"\b(?:observ|accept|agree|sign|respect|honou?r|commit|implement|kept)\w*", re.I)


_REACTS = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+){0,3}?(?:welcom|commend|applaud|hail|prais|congratulat|thank|appreciat|regret|condemn|deplor|notes?\b|noted\b|takes? note|took note|salut|support|back(?:s|ed)\b|await)\w*",
    re.I,
)
_ORDERS = re.compile(
    r"\b(?:order|instruct|direct|command|tell|told|call|ask)\w*\s+(?:on\s+)?(?:all\s+)?(?:the|its|his|their|her)?\s*$",
    re.I,
)


@dataclass(slots=True)
class Sides:
    """Parties of one mention by what they are to the truce."""

    bound: list[Cited[Party]] = field(default_factory=list)
    declared: list[Cited[Party]] = field(default_factory=list)
    mediated: list[Cited[Party]] = field(default_factory=list)
    excluded: list[Cited[Party]] = field(default_factory=list)


def sides_of(scene: Scene, mention: TruceMention, act: Act) -> Sides:
    """Sort the actors of a mention's stretch; one that only welcomes, reports or wants the truce is none of them."""
    sides = Sides()
    actors = actors_in(scene, mention.start, mention.end)
    for actor in actors:
        _sort(sides, _role(scene, mention, act, actor, actors), actor)
    if not sides.bound and all(c.value.kind not in SIDES for c in sides.declared):
        _collective(scene, mention, sides)
    return sides


def _sort(sides: Sides, role: str, actor: Actor) -> None:
    if not role:
        return
    rows: list[Cited[Party]] = getattr(sides, role)
    if all(c.value.id != actor.party.id for c in rows):
        rows.append(Cited(actor.party, (actor.span,), actor.derivation))
    state = spoken_for(actor)
    if role == "declared" and state is not None:
        _sort(sides, "bound", state)


def _role(scene: Scene, mention: TruceMention, act: Act, actor: Actor, actors: list[Actor]) -> str:
    frames, text = truce_lexicon().frames, scene.text
    before, after = text[mention.start : actor.span.start], text[actor.span.end : mention.end]
    fights = actor.party.kind in SIDES or actor.party.kind is PartyKind.OTHER
    if fights and (frames["excludes"].search(before[-160:]) or frames["excluded"].match(after[:110])):
        return "excluded"
    if any(frames[name].search(before[-110:]) for name in ("mediates", "mediated_list")) or frames["mediator"].match(
        after[:80]
    ):
        return "mediated"
    person = actor.party.kind is PartyKind.PERSON
    opposition = actor.party.kind is PartyKind.OTHER and "opposition" in actor.party.name.lower()
    if not person and not opposition and actor.party.kind not in SIDES:
        return ""
    if mention.told and actor.span.start >= mention.label.start and actor.span.end <= mention.label.end:
        return "bound"  # "the guns of the army and of the Front are to be silent"
    if actor.span.start >= mention.label.end:
        return _after_label(text[mention.label.end : actor.span.start])
    if frames["between"].search(before[-120:]) and not frames["unbetween"].search(before[-120:]):
        return "bound"
    if mention.told and _ordered(before, after):
        return "bound"
    if frames["owner"].fullmatch(text[actor.span.end : mention.label.start]):
        return _owner(mention, act, actor)
    if actor.adjectival or act.talk or not _acts(scene, mention, act, actor, actors):
        return "bound" if act.act is TruceAct.VIOLATED and _accused(text, mention, actor) else ""
    if person and spoken_for(actor) is None:
        return "declared" if act.act in _DECLARES else ""
    return "declared" if act.act in _DECLARES else "bound" if act.act in _BINDS else ""


def _ordered(before: str, after: str) -> bool:
    """ "ordered the army to suspend all operations": those told to hold fire are bound, who told them declares it."""
    return bool(_ORDERS.search(before[-40:]) and re.match(r"\s+(?:not\s+)?to\b", after, re.I))


def _owner(mention: TruceMention, act: Act, actor: Actor) -> str:
    """ "the front's truce"; "a Syrian truce" names the land, "an Egyptian truce proposal" who makes it."""
    if actor.party.id == f"state:{actor.party.country}" and actor.adjectival:
        return "declared" if mention.head == "proposed" else ""
    return "declared" if act.act in _DECLARES else "bound"


def _after_label(gap: str) -> str:
    """ "declared by A and B", "accepted by A", "between A and B", "a truce with A"."""
    frames = truce_lexicon().frames
    by = frames["by"].search(gap)
    if by:
        return "bound" if _HELD.match(by.group()) else "declared"
    return "bound" if frames["between"].search(gap) or frames["with"].search(gap) else ""


def _acts(scene: Scene, mention: TruceMention, act: Act, actor: Actor, actors: list[Actor]) -> bool:
    """Whether an actor is the subject of the words that tell the act: nothing but small words stands between."""
    heads = [*act.heads, mention.label.start] if mention.told else act.heads
    return any(_subject(scene, mention, actor, actors, head) for head in heads if actor.span.end <= head)


def _subject(scene: Scene, mention: TruceMention, actor: Actor, actors: list[Actor], head: int) -> bool:
    frames, text = truce_lexicon().frames, scene.text
    gap = text[actor.span.end : head]
    if _REACTS.match(gap):
        return False  # "Washington welcomes the agreement of both sides": it makes none
    relative = re.match(r",?\s+(?:which|who)\b", gap, re.I)
    if not relative and frames["object"].search(text[mention.start : actor.span.start]):
        return False
    if not frames["subject"].fullmatch(gap):
        return False
    # "A said B had agreed": B agreed. "A said it would observe": A.
    said = frames["says"].search(gap)
    return said is None or not any(a.span.start >= actor.span.end + said.end() and a.span.end <= head for a in actors)


def _accused(text: str, mention: TruceMention, actor: Actor) -> bool:
    """ "A accused B of breaking the truce", "each accused the other": both are taken to be bound."""
    after = text[actor.span.end : mention.label.start]
    before = text[mention.start : actor.span.start]
    return bool(
        re.match(r"[^.;]{0,30}\b(?:accus|blam)\w+", after, re.I)
        or re.search(r"\b(?:accus|blam)\w+\s+(?:the\s+)?(?:\w+\s+){0,2}$", before, re.I)
    )


def _collective(scene: Scene, mention: TruceMention, sides: Sides) -> None:
    """ "both sides", "the parties to the conflict": bound, and named by no name."""
    hit = truce_lexicon().collective.search(scene.text, mention.start, mention.end)
    if hit is None:
        return
    named = _apposed(scene, hit.end(), mention.end)
    if named:
        sides.bound.extend(Cited(a.party, (a.span,)) for a in named)
        return
    span = scene.quote(hit.start(), hit.end())
    name = re.sub(r"^the ", "", " ".join(span.quote.split()), flags=re.I)
    party = Party(f"text:{name.lower()}", name, PartyKind.OTHER, umbrella=True)
    sides.bound.append(Cited(party, (span,)))


def _apposed(scene: Scene, start: int, end: int) -> list[Actor]:
    """ "both sides, the opposition and the regime": the two that are named in apposition."""
    found: list[Actor] = []
    for actor in actors_in(scene, start, min(end, start + 120)):
        if not re.fullmatch(r"\s*(?:,|[–—(-]|,?\s+and)\s+(?:the\s+)?", scene.text[start : actor.span.start], re.I):
            break
        found.append(actor)
        start = actor.span.end
    return found if len(found) >= 2 else []
