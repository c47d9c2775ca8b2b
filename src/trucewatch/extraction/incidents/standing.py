"""Whether words that may tell of an event do so here: what must stand beside weak words, and what points back."""

from __future__ import annotations

import re

from ...knowledge.events import event_words
from ...records.claim import Harm
from ...records.place import Place
from ...records.reading import Reading
from ...records.text import Cited, Span
from ...records.when import When
from ..clauses import inside
from ..roles import Roles, roles_of
from .acts import Act
from .needs import OBJECT_OF, TAKEN_PEOPLE, place_fell

_POINTING = re.compile(
    r"\b(?:the|this|these|those|that|such|each|both|all the|his|her|their|today['’]s|yesterday['’]s|last \w+['’]s)\s+(?:[\w’'-]+\s+){0,3}$",
    re.I,
)
_ABSTRACT = frozenset(
    [
        "fighting",
        "attack",
        "attacks",
        "killings",
        "killing",
        "shooting",
        "clash",
        "clashes",
        "armed clashes",
        "murder",
        "murders",
        "massacre",
        "assassination",
        "ambush",
        "raid",
        "abduction",
        "kidnapping",
        "strike",
        "strikes",
    ]
)
_THE_VICTIMS = re.compile(r"^\W*(?:the|all|both|among the|most of the|they|he|she|those)\b", re.I)
_ON_TARGET = re.compile(r"^\s+(?:on|against|at)\s+(?:an?|the|its|his|their|\w+)\b", re.I)
_SPOT = re.compile(
    r"\b(?:(?:opened fire|fired|shot) (?:first|back)|return(?:ed|ing) fire|(?:breaking|violating|breaching) the (?:truce|ceasefire|cease-fire|armistice) by \w+ing|there(?! (?:was|were|is|are|had|has|have)\b)|(?:on|at|in|to|near|around) (?:the|that|this) (?:location|scene|area|site|spot|zone|place|temple|airport|bridge|market|border|port|road|city|town|village|camp|hospital|base|school|mosque|church|palace|station|front line|frontline))\b",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", re.I)
_HIT_PASSIVE = re.compile(r"(?:\w+\s+)?(?:was|were|been|being)\s|c[ao]m(?:e|es|ing)\s+under\s", re.I)
_OPENING = re.compile(
    r"^\W*(?:(?:after|before|then|later|afterwards?|also|meanwhile|in addition)\b|(?:they|he|she|it)\b|the (?:terrorists?|gunm[ae]n|rebels?|guerrillas?|militants?|attackers?|assailants?|soldiers|troops|"
    r"militiam[ae]n|insurgents?|group|men|fighters|blast|explosion|bomb|attack|victims?|dead|wounded)\b)",
    re.I,
)
_STRIKES = re.compile(r"(?:hit|hitting|struck|striking|targeted|targeting)$", re.I)
_PEOPLE = frozenset(["killed", "injured", "killed_or_injured"])


def stands(
    reading: Reading,
    act: Act,
    roles: Roles,
    means: tuple[Cited[str], ...],
    harms: tuple[Harm, ...],
    places: tuple[Cited[Place], ...],
    when: Cited[When] | None,
) -> bool:
    """Whether what the act's leading words need beside them is there.

    Raises:
        ValueError: the data file names a need that nothing checks.
    """
    weak = act.lead.trigger.weak
    if not weak:
        return True
    armed = roles.armed or roles_of(reading, act.lead.span, *act.clause).armed
    harmed = any(h.verb in _PEOPLE for h in harms)
    arms = bool(means)
    if weak == "means":
        return arms or (armed and harmed) or _struck(reading, act, roles)
    if weak == "party":
        return armed or arms or harmed or _aimed(reading, act, roles)
    if weak == "armed":
        return armed
    if weak == "control":
        taken = not TAKEN_PEOPLE.match(reading.article.text[act.lead.span.end : act.end])
        return armed and taken and (_lost(reading, act) or any(_behind(p, act) for p in places)) and bool(places)
    if weak == "fallen":
        fell = place_fell(reading, act.lead.span, act.start)
        return bool(places) and (
            fell or (armed and not _OF_PEOPLE.search(reading.article.text[act.start : act.lead.span.start]))
        )
    if weak == "target":
        return armed or arms or harmed or roles.target_words is not None or _suffering(reading, act)
    if weak == "taken":
        return armed and any(_right_behind(reading, p, act) for p in places)
    if weak == "damage":
        return arms or roles.actor is not None
    if weak == "effect":
        shot = act.lead.span.quote.lower().startswith("shot") and (
            roles.target is not None or roles.target_words is not None
        )
        return armed or arms or harmed or shot
    if weak == "specific":
        return bool(places) and (when is not None or harmed)
    raise ValueError(
        f"violence.toml: nothing checks the need {weak!r}; use means, party, armed, target, taken, fallen, control, damage, effect or specific"
    )


_OF_PEOPLE = re.compile(
    r"\b(?:soldiers?|troops|fighters?|militants?|rebels?|guerrillas?|people|men|m[ae]n|wom[ae]n|hostages?|prisoners?|civilians?|officers?|polic\w+|pilots?|journalists?|students?|leaders?|commanders?|weapons?|vehicles?|arms|suspects?|villagers?|others?|who|he|she|they)"
    r"(?:\s+[\w’'-]+){0,3}\s+$",
    re.I,
)


def _struck(reading: Reading, act: Act, roles: Roles) -> bool:
    """ "the forces struck a depot": an armed party hits something that can be hit."""
    if roles.actor is None or roles.target_words is None or not _STRIKES.match(act.lead.span.quote):
        return False
    return event_words().targets.search(roles.target_words.value) is not None


def _suffering(reading: Reading, act: Act) -> bool:
    """ "a school in Essam was struck": the thing hit stands before a passive."""
    text, lead = reading.article.text, act.lead.span
    told = _HIT_PASSIVE.match(lead.quote)
    if told is None and not _PASSIVE.search(text[max(act.start, lead.start - 25) : lead.start]):
        return False
    limit = lead.start + (told.end() if told else 0)  # "houses were burning": the words hold what was hit
    return event_words().targets.search(text, act.start, limit) is not None


def _aimed(reading: Reading, act: Act, roles: Roles) -> bool:
    """ "an attack on an aid convoy": the noun with its target says enough."""
    if roles.target_words is None or not act.lead.span.quote.lower().startswith("attack"):
        return False
    return bool(_ON_TARGET.match(reading.article.text[act.lead.span.end : act.end]))


def _lost(reading: Reading, act: Act) -> bool:
    """ "X fell to the rebels", "X was captured": the place stands before the words."""
    before = reading.article.text[max(act.sentence.start, act.lead.span.start - 25) : act.lead.span.start]
    return act.lead.span.quote.lower().startswith(("fell", "fallen")) or bool(_PASSIVE.search(before))


def _right_behind(reading: Reading, place: Cited[Place], act: Act) -> bool:
    """ "took Essam", "took the town of Essam": the place is the verb's own object."""
    span = place.evidence[0]
    if not isinstance(span, Span) or span.start < act.lead.span.end:
        return False
    return bool(OBJECT_OF.match(reading.article.text[act.lead.span.end : span.start]))


def _behind(place: Cited[Place], act: Act) -> bool:
    """Whether a place stands in the act's own stretch, behind its words: what was taken."""
    span = place.evidence[0]
    return getattr(span, "start", -1) >= act.lead.span.end - 1


_BEFELL = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+|also\s+)?$", re.I)
_TOPIC = re.compile(r"(?:^|[,;]\s*|\bthat\s+)(?:the|this|such)\s+(?:[\w’-]+\s+){0,2}$", re.I)


def points_back(reading: Reading, act: Act) -> bool:
    """Whether the words point back to an act told before ("the attack", "the dead", harm without an act)."""
    text = reading.article.text
    if act.effect_only:
        placed = bool(inside(reading.places, act.start, act.end))
        if placed and bool(inside(reading.times, act.start, act.end)):
            return False  # a place and a time of its own
        first = min(h.span.start for h in act.hits)
        by = inside(reading.parties, act.start, first)
        return not by or bool(_THE_VICTIMS.match(text[act.start : act.end])) or _only_victims(reading, act, first)
    if not act.lead.trigger.noun and act.lead.span.quote.lower() not in _ABSTRACT:
        return False
    return bool(_POINTING.search(text[max(act.sentence.start, act.lead.span.start - 45) : act.lead.span.start]))


def _only_victims(reading: Reading, act: Act, first: int) -> bool:
    """ "Six soldiers were killed": whom it befell, and neither a place nor a time of its own."""
    if not _BEFELL.search(reading.article.text, act.start, first):
        return False
    return not inside(reading.places, act.start, act.end) and not inside(reading.times, act.start, act.end)


def spoken_of(reading: Reading, act: Act, roles: Roles) -> bool:
    """ "the fighting in the north threatens the talks": acts spoken of, with no author and no one hit."""
    if not act.lead.trigger.noun and act.lead.span.quote.lower() not in _ABSTRACT:
        return False
    lead = reading.article.text[max(act.sentence.start, act.lead.span.start - 40) : act.lead.span.start]
    return roles.actor is None and roles.target is None and bool(_TOPIC.search(lead))


def weight(
    reading: Reading,
    act: Act,
    roles: Roles,
    harms: tuple[Harm, ...],
    places: tuple[Cited[Place], ...],
    when: Cited[When] | None,
    means: tuple[Cited[str], ...],
) -> int:
    """How much an act's own stretch tells: place and harm weigh two, day, actor, a verb with its actor, target and weapon one each."""
    text = reading.article.text
    of = act.lead.trigger.noun is False and bool(re.match(r"\s+of\s+\w", text[act.lead.span.end : act.end]))
    acted = of or (not act.lead.trigger.noun and not act.effect_only and roles.actor is not None)
    told = acted + 2 * bool(places) + 2 * bool(harms) + (when is not None) + (roles.actor is not None) + bool(means)
    return told + (roles.target is not None or roles.target_words is not None)


def same_spot(reading: Reading, act: Act) -> bool:
    """Whether the words say that it was where the act before was ("there", "on the location")."""
    return bool(_SPOT.search(reading.article.text[act.start : act.end]))


def goes_on(reading: Reading, act: Act) -> bool:
    """Whether a sentence opens by going on from the one before: a pronoun, "then", or "the" and a party."""
    opening = reading.article.text[act.sentence.start : act.sentence.start + 60]
    return bool(_OPENING.match(opening))
