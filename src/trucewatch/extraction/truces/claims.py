"""From mentions to truce claims: act, condition, terms, area, sides, and what a mention takes from the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from ...knowledge.truce_words import truce_lexicon
from ...records.claim import Condition, Said, TruceAct, TruceClaim
from ...records.place import Level, Place
from ...records.reading import Reading, Stance
from ...records.text import Cited, Span
from ...records.when import When
from ..attribution import said_for
from ..identity import claim_id
from ..relevance import conflict_context
from .areas import areas_of, theatre, widening
from .mentions import TruceMention, truce_mentions
from .sides import Sides, sides_of
from .terms import Terms, terms_of

_NATIONWIDE = re.compile(
    r"\b(?:nationwide|nation-wide|countrywide|country-wide|general|comprehensive|nation's)\s+(?:[\w-]+\s+){0,2}$", re.I
)
_LOCAL = re.compile(r"\b(?:local|localized|localised|partial)\s+(?:[\w-]+\s+){0,2}$", re.I)
_UNILATERAL = re.compile(r"\bunilateral(?:ly)?\b", re.I)
_LIMITED = re.compile(
    r"\b(?:attacks?|strikes?)\s+(?:on|against)\s+(?:[\w'’-]+\s+){0,2}(?:energy|power|oil|gas|civilian|water|port|shipping|grain)"
    r"(?:\s+(?:facilit\w+|infrastructure|plants?|stations?|targets?|ships?|vessels?|pipelines?))?",
    re.I,
)
# Acts are looked for this near the label; what is further off is said of something else.
_BACK, _ON = 110, 150
_SKIPPED = {Stance.HYPOTHETICAL, Stance.ASPIRATION, Stance.PREDICTION}
_HISTORY = timedelta(days=366 * 15)
_VALUELESS = {TruceAct.MENTIONED}


@dataclass(frozen=True, slots=True)
class _Thread:
    """A truce the text has spoken of: its area, and the claim that gave it."""

    area: Cited[Place] | None
    label: str
    instrument: str


def truce_claims(reading: Reading) -> tuple[TruceClaim, ...]:
    """All truce claims of a reading in text order; none where the text is not about armed conflict."""
    mentions = truce_mentions(reading)
    if not mentions or not conflict_context(reading):
        return ()
    whole = theatre(reading)
    threads: list[_Thread] = []
    found: list[TruceClaim] = []
    for mention in mentions:
        for claim in _claims(reading, mention, threads, whole):
            found.append(claim)
            threads.append(_Thread(claim.area, claim.label.value, claim.instrument))
    return tuple(found)


def _claims(
    reading: Reading, mention: TruceMention, threads: list[_Thread], whole: Cited[Place] | None
) -> list[TruceClaim]:
    """The claims of one mention: one for each area that it lists."""
    act, act_span = _act(reading, mention)
    terms = terms_of(reading, mention, act)
    sides = sides_of(reading, mention, act)
    condition = _condition(reading, mention)
    own = areas_of(reading, mention)
    if not _tells(mention, act, terms, sides, condition, own, threads):
        return []
    if _failed_widening(reading, mention, act_span):
        return []
    said = said_for(reading, mention.label)
    if said.stance in _SKIPPED or _long_past(reading, terms, act):
        return []
    before = reading.article.text[max(mention.start, mention.label.start - 60) : mention.label.start]
    nationwide = bool(_NATIONWIDE.search(before))
    other = _inherited(mention, threads, nationwide) or whole
    base = _base(reading, mention, act, act_span, terms, sides)
    base = replace(base, said=said, condition=condition, instrument=mention.instrument or threads[-1].instrument)
    rows = [replace(base, area=area, scope=_scope(before, nationwide, area)) for area in own or (other,)]
    return [replace(row, id=_identity(row)) for row in rows]


def _identity(claim: TruceClaim) -> str:
    area = claim.area.value.name if claim.area else None
    return claim_id(claim.article, "truce", claim.words, (claim.act.value, claim.label.evidence, area))


def _base(
    reading: Reading, mention: TruceMention, act: TruceAct, act_span: Span | None, terms: Terms, sides: Sides
) -> TruceClaim:
    """The claim without area, speaker and condition."""
    article, label = reading.article, mention.label
    words = article.quote(mention.start, mention.end)
    limited = _LIMITED.search(article.text, mention.start, mention.end)
    return TruceClaim(
        id="",
        article=article.id,
        said=Said(Stance.NARRATED),
        words=(words,) if act_span is None else (words, act_span),
        label=Cited(label.quote, (label,)),
        instrument=mention.instrument,
        act=act,
        limited_to=_cited(reading, limited) if limited else None,
        declared_by=tuple(sides.declared),
        mediated_by=tuple(sides.mediated),
        bound=tuple(sides.bound),
        excluded=tuple(sides.excluded),
        announced=terms.announced,
        start=terms.start,
        duration=terms.duration,
        extension=terms.extension,
        end=terms.end,
        unilateral=bool(_UNILATERAL.search(words.quote)),
    )


def _failed_widening(reading: Reading, mention: TruceMention, act: Span | None) -> bool:
    """ "failed to extend it to Aleppo": no truce there."""
    if act is None or not widening(reading, mention):
        return False
    before = reading.article.text[max(mention.start, act.start - 50) : act.start]
    return bool(truce_lexicon().frames["failed"].search(before))


def _cited(reading: Reading, hit: re.Match[str]) -> Cited[str]:
    span = reading.article.quote(hit.start(), hit.end())
    return Cited(span.quote, (span,))


def _tells(
    mention: TruceMention,
    act: TruceAct,
    terms: Terms,
    sides: Sides,
    condition: Cited[Condition] | None,
    areas: tuple[Cited[Place], ...],
    threads: list[_Thread],
) -> bool:
    """Whether a mention says enough: an act, or a value, or (for words that only point back) a term of a truce known."""
    if mention.anaphor:
        return bool(threads) and (terms.any() or bool(sides.excluded))
    if mention.told:
        return terms.term() or (not threads and act in {TruceAct.ANNOUNCED, TruceAct.AGREED} and bool(sides.declared))
    if act not in _VALUELESS:
        return True
    named = [p for p in sides.bound if not p.value.umbrella]
    return bool(terms.any() or condition or named or sides.excluded or (areas and not mention.definite))


def _act(reading: Reading, mention: TruceMention) -> tuple[TruceAct, Span | None]:
    low, high = max(mention.start, mention.label.start - _BACK), min(mention.end, mention.label.end + _ON)
    # "all but collapsed" is a condition; it ends no truce.
    condition = _condition(reading, mention)
    weaker = condition.evidence if condition and condition.value is Condition.ERODING else ()
    for act, pattern in truce_lexicon().acts:
        for hit in pattern.finditer(reading.article.text, low, high):
            if not any(isinstance(s, Span) and s.start <= hit.start() < s.end for s in weaker):
                return act, reading.article.quote(hit.start(), hit.end())
    return TruceAct.MENTIONED, None


def _condition(reading: Reading, mention: TruceMention) -> Cited[Condition] | None:
    if mention.told:
        return None
    for condition, pattern in truce_lexicon().conditions:
        hit = pattern.search(reading.article.text, max(mention.start, mention.label.start - _BACK), mention.end)
        if hit:
            return Cited(condition, (reading.article.quote(hit.start(), hit.end()),))
    return None


def _inherited(mention: TruceMention, threads: list[_Thread], nationwide: bool) -> Cited[Place] | None:
    """The area of the truce that a definite mention points back to: the last one, or the last of its name."""
    if not threads or not mention.definite:
        return None
    wide = [t for t in threads if t.area and t.area.value.level is Level.COUNTRY]
    alike = wide if nationwide else [t for t in threads if t.instrument == mention.instrument] or threads[-1:]
    area = alike[-1].area if alike else None
    return replace(area, derivation="the area of the truce named before") if area else None


def _scope(before: str, nationwide: bool, area: Cited[Place] | None) -> str | None:
    if nationwide:
        return "nationwide"
    if _LOCAL.search(before) or (
        area and not area.derivation and area.value.level not in {Level.COUNTRY, Level.REGION, Level.PROVINCE}
    ):
        return "local"
    return None


def _long_past(reading: Reading, terms: Terms, act: TruceAct) -> bool:
    """A truce of history, mentioned in passing."""
    published = reading.article.published
    moments: list[Cited[When]] = [t for t in (terms.start, terms.announced, terms.end) if t is not None]
    if not moments or published is None or published.when.start is None or act is TruceAct.IN_FORCE:
        return False
    latest = max((m.value.start for m in moments if m.value.start is not None), default=None)
    return latest is not None and latest < published.when.start - _HISTORY
