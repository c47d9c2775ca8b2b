"""ACLED's type of an act: by its own words, moved where means, actor or target call for another."""

from __future__ import annotations

import re

from ...records.claim import Harm
from ...records.party import PartyKind
from ...records.text import Cited
from ..roles import Roles
from .acts import Act

_AIR = re.compile(
    r"\b(?:air strike|air|drone|jet|helicopter|aircraft|warplane|bomber|barrel bomb|plane|gunship|cruise missile)\b"
)
_SHELL = re.compile(r"\b(?:rocket|missile|mortar|artillery|shell|shelling|grad|howitzer|tank|antiaircraft)\b", re.I)
_BOMB = re.compile(
    r"\b(?:bomb|explosives?|mines?|ied|dynamite|grenade|roadside bomb|car bomb|suicide bomb|unexploded ordnance)\b",
    re.I,
)
_SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops|army|military|police(?:m[ae]n)?|officers?|guards?|patrols?|barracks|garrisons?|checkpoints?|outposts?|bases?|positions?|"
    r"fighters?|militants?|rebels?|guerrillas?|insurgents?|militiam[ae]n|gunm[ae]n|terrorists?|installations?|headquarters|convoy of troops|peacekeepers?|forces|battalion|brigade|"
    r"helicopters?|tanks?|warships?)\b",
    re.I,
)
_EXPLOSION = "Explosions/Remote violence"
_STATE = frozenset([PartyKind.STATE_FORCES, PartyKind.GOVERNMENT, PartyKind.EXTERNAL_FORCES, PartyKind.COALITION])
# Words that keep their own type whoever is hit by whatever.
_FIXED = frozenset(["Abduction/forced disappearance", "Sexual violence", "Suicide bomb", "Chemical weapon", "Grenade"])


def type_of(act: Act, roles: Roles, means: tuple[Cited[str], ...], harms: tuple[Harm, ...]) -> tuple[str, str]:
    """Event and sub-event of an act in ACLED's terms."""
    trigger = act.lead.trigger
    event, sub = trigger.event, trigger.sub_event
    names = " ".join(item.value for item in means)
    if event == "Battles" and _with_crowd(roles):
        return "Riots", "Violent demonstration"
    if _dispersed(roles, names):
        killed = any(h.verb == "killed" and h.count.value.high != 0 for h in harms)
        return "Protests", "Excessive force against protesters" if killed else "Protest with intervention"
    if trigger.weak == "means" and not names and event == _EXPLOSION:
        return _attack("Violence against civilians", "Attack", names, roles, harms)
    if act.lead.span.quote.lower().startswith("straf") and not _AIR.search(names) and _irregular(roles):
        return _attack("Violence against civilians", "Attack", names, roles, harms)
    if sub in _FIXED:
        return event, sub
    if event == _EXPLOSION:
        return event, _remote(sub, trigger.weak, names)
    if event == "Battles":
        if sub.endswith("territory") and roles.actor is not None and roles.actor.value.kind in _STATE:
            return event, "Government regains territory"
        if trigger.weak == "party" and _BOMB.search(names) and not _hits_soldiers(roles, harms):
            return _EXPLOSION, "Remote explosive/landmine/IED"
        return event, sub
    if event == "Violence against civilians" and trigger.weak in {"party", "effect", "target"}:
        return _attack(event, sub, names, roles, harms)
    if trigger.weak == "damage" and names:
        return _EXPLOSION, _remote("Remote explosive/landmine/IED", "means", names)
    return event, sub


def _irregular(roles: Roles) -> bool:
    """Whether an armed group without aircraft acts."""
    return roles.actor is not None and roles.actor.value.kind not in _STATE


def _dispersed(roles: Roles, names: str) -> bool:
    """Whether forces of a state act against protesters, or with what only serves to disperse them."""
    if roles.actor is None or roles.actor.value.kind not in _STATE:
        return False
    crowd = roles.target is not None and roles.target.value.kind is PartyKind.PROTESTERS
    return crowd or (bool(names) and names == "tear gas")


def _with_crowd(roles: Roles) -> bool:
    """Whether one side of a clash is a crowd."""
    sides = [side.value.kind for side in (roles.actor, roles.target) if side is not None]
    return any(kind in {PartyKind.PROTESTERS, PartyKind.RIOTERS} for kind in sides)


def _remote(sub: str, weak: str, names: str) -> str:
    if _AIR.search(names) and sub != "Remote explosive/landmine/IED":
        return "Air/drone strike"
    if weak == "means" and not _SHELL.search(names) and _BOMB.search(names):
        return "Remote explosive/landmine/IED"
    return sub


def _attack(event: str, sub: str, names: str, roles: Roles, harms: tuple[Harm, ...]) -> tuple[str, str]:
    """An attack or killing without words of its own kind: by its weapon, then by whom it hit."""
    if _AIR.search(names):
        return _EXPLOSION, "Air/drone strike"
    if _SHELL.search(names):
        return _EXPLOSION, "Shelling/artillery/missile attack"
    if _BOMB.search(names):
        return _EXPLOSION, "Remote explosive/landmine/IED"
    if _hits_soldiers(roles, harms):
        return "Battles", "Armed clash"
    return event, sub


def _hits_soldiers(roles: Roles, harms: tuple[Harm, ...]) -> bool:
    if roles.target is not None:
        return roles.target_armed
    if roles.target_words is not None:
        return bool(_SOLDIERS.search(roles.target_words.value))
    return any(h.who is not None and _SOLDIERS.search(h.who.value) for h in harms)
