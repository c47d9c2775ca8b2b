"""Nouns that name an act told elsewhere in the report: "the Monday bombing", "suspects in the embassy attack".

Such a mention is no act of its own. Where a fuller telling of the report fits it in sort, place, time, sides and
what was hit, it is dropped; an actor that only the mention names is one more claim of that act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...knowledge.geography import Lie, lie
from ...knowledge.names import fold
from ...records.claim import Grain, IncidentClaim
from ...records.place import Level, Place
from ...records.reading import Reading
from ...records.text import Cited, SegmentKind, Span
from .same_act import claim_again, spot_of

_NOUN = re.compile(
    r"(?:[\w-]+\s+){0,3}?(?:attacks?|assaults?|bombings?|blasts?|explosions?|strikes?|airstrikes?|raids?|shellings?|shootings?|killings?|murders?|massacres?|assassinations?|ambush(?:es)?"
    r"|abductions?|kidnappings?|clash(?:es)?|fighting|violence|bombardments?|offensives?|sieges?|atrocit(?:y|ies)|executions?|hijackings?)",
    re.I,
)
_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|both|twin|simultaneous|series of|string of|spate of|wave of)\s+(?:[\w-]+\s+){0,3}$", re.I
)  # fmt: skip
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|such|both|each|last|yesterday|today)\b|\w[’']s)(?:[\s“”\"]+[\w’'.-]+){0,4}[\s“”\"]*$",
    re.I,
)
# Words before a noun that speak of an act rather than tell it.
_SPOKEN_OF = re.compile(
    r"\b(?:suspects?|suspected|involve\w*|connection|linked|links?|link|linking|tied|blam\w+|accus\w+|responsib\w+|responsibility|credit|claim\w*|condemn\w*|denounc\w*|deplor\w*|investigat\w*|probe|inquir\w+|evidence"
    r"|victims?|survivors?|scene|site|aftermath|wake|after|since|before|following|retaliat\w+|revenge|respon[ds]\w*|reaction|news|role|behind|mastermind\w*|planned|planning|plott\w*|charged|arrest\w*|questioned|wanted"
    r"|condolences|sympath\w+|anniversary|during|time|day|days|weeks?|hours?|minutes?|toll|killed|died|wounded|injured)\b[^.;]{0,70}$",
    re.I,
)
# The noun is told to have happened, with a place of its own: that tells it.
_HAPPENED = re.compile(
    r"[^.;,]{0,40}?\s(?:took place|occurred|happened|came|began|started|broke out|erupted|(?:was|were|has been|have been) (?:also )?(?:carried out|staged|launched|conducted|mounted|committed|reported|perpetrated))\b".replace(
        " (?", r"\s+(?"
    ),
    re.I,
)
_SORTS = {
    "bombing": "Explosions/Remote violence", "bombings": "Explosions/Remote violence", "blast": "Explosions/Remote violence",
    "blasts": "Explosions/Remote violence", "explosion": "Explosions/Remote violence", "explosions": "Explosions/Remote violence",
}  # fmt: skip
_VIOLENT = frozenset(["Explosions/Remote violence", "Violence against civilians", "Battles", "Riots"])
_NEW_PREDICATE = re.compile(r"\b(?:was|were|is|are|has|have|had|said|says|will|would|flew|went|came|met|told)\b", re.I)
# Several acts told in one breath: "nine strikes", "continued to attack", "a series of raids".
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|various|a number of|multiple|dozens of|(?:a )?(?:series|string|spate|wave) of|continued|continues|kept|further|a total of)\s+"
    r"(?:\w+\s+){0,3}?(?:to\s+attack|to\s+strike|attacking|striking|(?:air\s?|air-|bomb\s|terrorist\s|rocket\s|mortar\s|armed\s|military\s)?(?:strikes|attacks|raids|bombings|assaults|clashes|explosions|blasts|ambushes|shellings|operations|engagements))\b",
    re.I,
)
_WIDE = frozenset([Level.COUNTRY, Level.REGION, Level.PROVINCE, Level.SEA])
_ITEMS = 2
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|keeps?|kept|still|also|who|which|that|to|they|he|she|it)\s+$", re.I
)
_ANY_SORT = frozenset(["attack", "assault", "violence", "killing", "atrocity"])
_NAMES_IT = "the words name the act told elsewhere in the report"
_SMALL = frozenset(["the", "a", "an", "of", "in", "at", "on", "and", "its", "their", "his", "her", "us", "u", "s"])


def without_mentions(reading: Reading, claims: Sequence[IncidentClaim]) -> list[IncidentClaim]:
    """The claims without bare mentions of acts that the report tells more fully elsewhere."""
    mentions = [c for c in claims if _is_mention(reading, c)]
    full = [c for c in claims if c not in mentions and c.grain is not Grain.BACKGROUND]
    kept: list[IncidentClaim] = []
    for claim in claims:
        if claim not in mentions:
            kept.append(claim)
            continue
        named = [f for f in full if _names(reading, claim, f)]
        if not named:
            kept.append(claim)
            # A second bare mention of the same act names this one.
            full.append(claim)
        elif len(named) == 1 and _finer(claim, named[0]):
            kept[:] = [_refined(c, claim) if c is named[0] else c for c in kept]
            full[:] = [_refined(c, claim) if c is named[0] else c for c in full]
        elif len(named) == 1 and (filled := _filled(named[0], claim)) is not named[0]:
            kept[:] = [filled if c is named[0] else c for c in kept]
            full[:] = [filled if c is named[0] else c for c in full]
        elif claim.actor is not None and len(named) == 1 and named[0].actor is None:
            kept.append(_told_again(named[0], claim))
    return kept


def _filled(act: IncidentClaim, mention: IncidentClaim) -> IncidentClaim:
    """The act with day and place by the mention's words, where its own telling gives none."""
    when, place = act.when, act.place
    if mention.when is not None and not mention.when.derivation and (when is None or when.derivation):
        when = Cited(mention.when.value, mention.when.evidence, _NAMES_IT)
    if mention.place is not None and not mention.place.derivation and (place is None or place.derivation):
        place = Cited(mention.place.value, mention.place.evidence, _NAMES_IT)
    if when is act.when and place is act.place:
        return act
    return replace(act, when=when, place=place, words=(*act.words, *mention.words))


def _finer(mention: IncidentClaim, act: IncidentClaim) -> bool:
    """Whether the mention says of which sort an act is that the report first calls an attack."""
    return _loose(act) and not _loose(mention) and mention.event.value != act.event.value


def _refined(act: IncidentClaim, mention: IncidentClaim) -> IncidentClaim:
    """The act with the sort that a mention gives it, and what it hit and was done with where only the mention says so."""
    event = Cited(mention.event.value, (*act.event.evidence, *mention.event.evidence), _NAMES_IT)
    bare = act.target is None and act.target_words is None
    return replace(
        act,
        event=event,
        sub_event=mention.sub_event,
        means=act.means or mention.means,
        target=mention.target if bare else act.target,
        target_words=mention.target_words if bare else act.target_words,
        words=(*act.words, *mention.words),
    )


def without_summaries(reading: Reading, claims: Sequence[IncidentClaim]) -> list[IncidentClaim]:
    """The claims without heads of lists ("carried out nine strikes in the country") whose items are told behind them."""
    return [c for c in claims if not _heads_list(reading, c, claims)]


def _heads_list(reading: Reading, head: IncidentClaim, claims: Sequence[IncidentClaim]) -> bool:
    lead = head.event.evidence[0]
    if head.harms or not head.armed or not isinstance(lead, Span) or head.grain is Grain.BACKGROUND:
        return False
    if not _SEVERAL.search(
        reading.article.text, max(0, lead.start - 60), min(lead.end + 12, len(reading.article.text))
    ):
        return False
    wide = head.place is None or head.place.value.level in _WIDE or bool(head.place.derivation)
    items = {spot_of(c) for c in claims if spot_of(c) > lead.end and wide and _item_of(c, head)}
    return len(items) >= _ITEMS


def _item_of(claim: IncidentClaim, head: IncidentClaim) -> bool:
    """Whether an act is one of those a head tells of together: its place inside, its time and sides the same."""
    if (
        claim.place is None
        or claim.place.derivation
        or claim.grain is Grain.BACKGROUND
        or claim.place.value.level in _WIDE
    ):
        return False
    if head.event.value != claim.event.value and not {head.event.value, claim.event.value} <= _VIOLENT:
        return False
    inner = (
        head.place is None
        or bool(head.place.derivation)
        or lie(claim.place.value, head.place.value) in (Lie.WITHIN, Lie.SAME)
    )
    return inner and _times_fit(head, claim) and _sides_fit(head, claim)


def _told_again(act: IncidentClaim, mention: IncidentClaim) -> IncidentClaim:
    actor = mention.actor and Cited(mention.actor.value, mention.actor.evidence, _NAMES_IT)
    return claim_again(act, mention.said, actor, mention.words[0])


def _is_mention(reading: Reading, claim: IncidentClaim) -> bool:
    """Whether a claim rests on a noun that is spoken of, and tells no harm."""
    lead = claim.event.evidence[0]
    if claim.harms or claim.breach_alleged or not claim.armed or not isinstance(lead, Span):
        return False
    if claim.grain is Grain.BACKGROUND or _head(reading, lead) or not _NOUN.fullmatch(lead.quote):
        return False
    text = reading.article.text
    if claim.place is not None and not claim.place.derivation and _HAPPENED.match(text, lead.end):
        return False
    before = text[max(0, lead.start - 90) : lead.start]
    before = re.split(r"[.;]\s|\n", before)[-1]
    if _VERB.search(before):
        return False
    if _MANY.search(before) and not _SPOKEN_OF.search(before):
        return False
    return bool(_DEFINITE.search(before) or _SPOKEN_OF.search(before))


def _head(reading: Reading, span: Span) -> bool:
    heads = {SegmentKind.HEADLINE, SegmentKind.DEK, SegmentKind.HEADING, SegmentKind.CAPTION}
    return any(s.kind in heads and s.start <= span.start < s.end for s in reading.article.segments)


def _names(reading: Reading, mention: IncidentClaim, act: IncidentClaim) -> bool:
    """Whether a mention can only be taken for this act."""
    if spot_of(act) == spot_of(mention) or not act.armed:
        return False
    return (
        _sorts_fit(mention, act)
        and _places_fit(reading, mention, act)
        and _times_fit(mention, act)
        and _sides_fit(mention, act)
        and _hit_fits(mention, act)
    )


def _sorts_fit(mention: IncidentClaim, act: IncidentClaim) -> bool:
    lead = mention.event.evidence[0]
    word = lead.quote.lower().split()[-1] if isinstance(lead, Span) else ""
    sort = _SORTS.get(word, mention.event.value)
    if act.event.value == sort:
        return True
    return act.event.value in _VIOLENT and (_loose(mention) or _loose(act))


def _loose(claim: IncidentClaim) -> bool:
    """Whether an act is told by a word that any sort of act may bear."""
    lead = claim.event.evidence[0]
    word = lead.quote.lower() if isinstance(lead, Span) else ""
    return word.rstrip("s") in _ANY_SORT and claim.event.value == "Violence against civilians" and not claim.means


def _places_fit(reading: Reading, mention: IncidentClaim, act: IncidentClaim) -> bool:
    here, there = mention.place, act.place
    if here is not None and _apart(reading, mention, here):
        return True
    if here is None or here.derivation or there is None:
        return True
    if here.value.name == there.value.name:
        return True
    how = lie(here.value, there.value)
    if how in (Lie.SAME, Lie.CONTAINS):
        return True
    return how is Lie.WITHIN and (there.value.level is Level.COUNTRY or bool(there.derivation))


def _apart(reading: Reading, mention: IncidentClaim, place: Cited[Place]) -> bool:
    """Whether a place behind the noun is told of something else: "victims of the blast were flown to Essam"."""
    lead, spot = mention.event.evidence[0], place.evidence[0]
    if not isinstance(lead, Span) or not isinstance(spot, Span) or spot.start < lead.end:
        return False
    return bool(_NEW_PREDICATE.search(reading.article.text, lead.end, spot.start))


def _times_fit(mention: IncidentClaim, act: IncidentClaim) -> bool:
    one, other = mention.when, act.when
    if one is None or other is None or one.derivation or other.derivation:
        return True
    a, b = one.value, other.value
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return a.start < b.end and b.start < a.end


def _sides_fit(mention: IncidentClaim, act: IncidentClaim) -> bool:
    one, other = mention.actor, act.actor
    if one is None or other is None or one.value.umbrella or other.value.umbrella:
        return True
    return (
        one.value.id == other.value.id
        or one.value.of == other.value.of is not None
        or one.value.of in {other.value.id, other.value.name}
    )


def _hit_fits(mention: IncidentClaim, act: IncidentClaim) -> bool:
    if mention.target_words is None or act.target_words is None:
        return True
    one, other = _stems(mention.target_words.value), _stems(act.target_words.value)
    return not one or not other or bool(one & other)


def _stems(words: str) -> set[str]:
    found = set()
    for word in fold(words).split():
        if word not in _SMALL:
            found.add(re.sub(r"(?:ies|y|s)$", "", word))
    return found
