"""Acts laid to a party: "by X", "blamed on X", "accused X of", "X claimed responsibility"."""

from __future__ import annotations

import re

from ...records.party import PartyKind
from ...records.reading import PartyMention
from .clause import ARMED, Clause, clause_parties
from .patterns import ARTICLES, BY

_LIGHT_BY = (
    r"(?:carried out|launched|fired|staged|mounted|conducted|committed|perpetrated|planted|set|led|claimed|made|waged"
    r"|executed|directed|ordered|dropped|thrown|laid|detonated|inflicted|planned|masterminded|instigated|unleashed|undertaken)"
)
_ACTS = (
    r"(?:killed|wounded|injured|attacked|shelled|bombed|shot|kidnapped|abducted|hit|struck|torched|ambushed|dead|red)"
)
# "a house used by X", "a convoy escorted by X": X is no actor of the act before.
_OTHER_VERB = re.compile(rf"\b(?!{_LIGHT_BY}|{_ACTS}\b)[\w-]+(?:ed|en|held|led|run|used|backed)\s+by\s", re.I)
_STOP = re.compile(r"[;:]|\b(?:said|says)\s+by\s")
_OF = re.compile(r"^\S*\s*(?:\w+\s+){0,3}(?:of|for|in)\b")
_CLAIMS = re.compile(r"\bclaim\w*\s+(?:the\s+)?(?:responsibility|credit)\b", re.I)
_BLAMED = re.compile(r"\b(?:blam\w+|pinn\w+)\s+(?:[\w’'-]+\s+){0,3}$", re.I)
_ON = re.compile(rf"\bon\s+{ARTICLES}$", re.I)
_HANDS = re.compile(rf"\bat\s+the\s+hands\s+of\s+{ARTICLES}$", re.I)
_LEADERS = re.compile(r"president|leader|commander|minister|general|chief|king|dictator|colonel|warlord|premier", re.I)


def may_act(mention: PartyMention) -> bool:
    """Whether a party can be an actor: armed, a crowd, or a person who commands."""
    party = mention.party
    if party.kind is PartyKind.PERSON:
        return party.of is not None and (party.role is None or bool(_LEADERS.search(party.role)))
    if party.kind is PartyKind.CIVILIANS:
        # A people ("Serbs", "Israelis") may act; "villagers" are only ever hit here.
        return party.name.split()[-1][:1].isupper()
    return party.kind in ARMED | {PartyKind.RIOTERS, PartyKind.PROTESTERS} and not party.role


def laid_to(clause: Clause) -> PartyMention | None:
    """The party to whom the text lays the act, whatever the act's form."""
    return _accused(clause) or _claiming(clause) or _by(clause)


def _accused(clause: Clause) -> PartyMention | None:
    words = clause.words
    accused = re.compile(rf"{words.accused.pattern}\s+{ARTICLES}$", re.I)
    after = re.compile(rf"{words.laid_to.pattern}\s+(?:by\s+|to\s+|on\s+)?{ARTICLES}$", re.I)
    blamed = _BLAMED.search(clause.text[clause.start : clause.act.start])
    for mention in clause.parties:
        if not may_act(mention) or mention.adjectival:
            continue
        lead = clause.before(mention)
        if _HANDS.search(lead):
            return mention
        if mention.span.end <= clause.act.start:
            if accused.search(lead) and _OF.search(clause.text[mention.span.end : clause.act.start]):
                return mention
        elif after.search(lead) or (blamed and _ON.search(lead)):
            return mention
    return None


def _claiming(clause: Clause) -> PartyMention | None:
    """Who claims responsibility; the claim is speech, so the speaker is looked at too."""
    claims = _CLAIMS.search(clause.text, clause.start, clause.end)
    if claims is None:
        return None
    parties = clause_parties(clause.reading, clause.start, claims.start(), speakers=True)
    return next((m for m in reversed(parties) if may_act(m)), None)


def _by(clause: Clause) -> PartyMention | None:
    """ "by X" after the act, with no other verb that X would belong to."""
    for mention in clause.parties:
        if mention.span.start >= clause.act.end and may_act(mention) and BY.search(clause.before(mention)):
            between = clause.text[clause.act.end : mention.span.start]
            if len(between) < 130 and not _OTHER_VERB.search(between) and not _STOP.search(between):
                return mention
    return None
