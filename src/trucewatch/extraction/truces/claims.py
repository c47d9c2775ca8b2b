"""From mentions to truce claims: act, condition, terms, area, sides, and what a mention takes from the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ...records.claim import Condition, Said, TruceAct, TruceClaim
from ...records.party import PartyKind
from ...records.place import Level, Place
from ...records.reading import Reading, Stance
from ...records.text import Cited
from ...records.when import When
from ..attribution import said_for
from ..identity import claim_id
from .acts import Act, act_of, condition_of
from .areas import areas_of, widening
from .context import armed_context
from .left_out import areas_left_out, without_places
from .mentions import TruceMention, truce_mentions
from .scene import Scene, closed_text
from .scope import Scope, scope_of
from .sides import Sides, sides_of
from .terms import Terms, terms_of
from .theatre import home_of, theatre

_SEVERAL = re.compile(
    r"[\w-]+s\s+(?:in|across|for|covering)\s+(?:other|several|some|various|many|different|a number of|certain)\s+"
    r"(?:[\w-]+\s+)?(?:areas|places|parts|towns|districts|regions|cities|provinces|zones|fronts|localities)\b",
    re.I,
)
_SKIPPED = {Stance.HYPOTHETICAL, Stance.PREDICTION}
_HISTORY = timedelta(days=366 * 20)
_INTRODUCING = re.compile(
    r"\b(?:first|second|third|fourth|fifth|latest|newest|longest|biggest|last|only)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_SHOOTING = re.compile(r"\b(?:attacks|hostilities|fighting|fire|firing|shooting|strikes|bombing)\b", re.IGNORECASE)
_MAKING = {TruceAct.ANNOUNCED, TruceAct.AGREED}
_OWN_ACTS = {TruceAct.ANNOUNCED, TruceAct.IN_FORCE, TruceAct.AGREED}
_MUTUAL = re.compile(
    r"\b(?:both|each|mutual\w*|bilateral\w*|reciproc\w*|two sides|two armies|between|each other|one another|with the|agree\w*|accord|deal|arrangement)\b",
    re.I,
)
_TOLD_OUTRIGHT = {TruceAct.IN_FORCE, TruceAct.ENDED, TruceAct.SUSPENDED, TruceAct.VIOLATED}


@dataclass(frozen=True, slots=True)
class _Thread:
    """A truce the text has spoken of: its area, and the claim that gave it."""

    area: Cited[Place] | None
    instrument: str
    sentence: int
    label: Cited[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """One mention with all that its stretch says."""

    mention: TruceMention
    act: Act
    terms: Terms
    sides: Sides
    condition: Cited[Condition] | None
    areas: tuple[Cited[Place], ...]
    left_out: tuple[Cited[Place], ...]
    scope: Scope


def truce_claims(reading: Reading) -> tuple[TruceClaim, ...]:
    """All truce claims of a reading in text order; none where the text is not about armed conflict."""
    scene = Scene(reading, closed_text(reading))
    mentions = truce_mentions(scene)
    if not mentions or not armed_context(scene, mentions):
        return ()
    scene = replace(scene, whole=theatre(reading))
    threads: list[_Thread] = []
    found: list[TruceClaim] = []
    together: Cited[When] | None = None
    for mention in mentions:
        if mention.passing:
            together = _told_together(scene, mention) or together
            continue
        for claim in _claims(scene, mention, threads):
            found.append(_dated_together(claim, together))
            threads.append(_Thread(claim.area, claim.instrument, mention.sentence.index, claim.label))
    return tuple(replace(claim, id=_identity(claim)) for claim in _not_yet(scene, found))


def _told_together(scene: Scene, mention: TruceMention) -> Cited[When] | None:
    """The day on which several truces were announced together, to be told one by one later."""
    read = _read(scene, mention)
    return read.terms.announced if read.act.act is TruceAct.ANNOUNCED else None


def _dated_together(claim: TruceClaim, together: Cited[When] | None) -> TruceClaim:
    """A local truce announced without a day is one of those that the text has told together."""
    if (
        together is None
        or claim.announced is not None
        or claim.act is not TruceAct.ANNOUNCED
        or claim.scope == "nationwide"
    ):
        return claim
    return replace(claim, announced=replace(together, derivation="told of several truces together"))


def _not_yet(scene: Scene, claims: list[TruceClaim]) -> list[TruceClaim]:
    """A truce that begins after publication is not in force, whatever is said of its time ("during the truce")."""
    coming = {_area_name(c) for c in claims if _to_come(scene, c.start)}
    return [
        replace(c, act=TruceAct.MENTIONED)
        if c.act is TruceAct.IN_FORCE and c.start is None and _area_name(c) in coming
        else c
        for c in claims
    ]


def _area_name(claim: TruceClaim) -> str:
    return claim.area.value.name if claim.area else ""


def _claims(scene: Scene, mention: TruceMention, threads: list[_Thread]) -> list[TruceClaim]:
    """The claims of one mention: one for each area that it lists."""
    read = _read(scene, mention)
    if not _tells(read, threads) or _long_past(scene, read) or _unnamed_several(scene, read):
        return []
    said = said_for(scene.reading, mention.label)
    if said.stance in _SKIPPED and read.act.act not in _MAKING:
        return []
    other = (None if _introduced(scene, mention) else _inherited(mention, threads, read.scope.wide)) or _whole(
        scene, read, threads
    )
    base = replace(_base(scene, read), said=said)
    if not mention.instrument:
        # What is pointed back to keeps its own name.
        pointed = f"pointed back to by {mention.label.quote!r}"
        label = replace(threads[-1].label, derivation=threads[-1].label.derivation or pointed)
        base = replace(base, instrument=threads[-1].instrument, label=label)
    # "It covers three provinces" tells of the truce before, whose area is known.
    known = mention.anaphor and threads and threads[-1].area is not None
    areas: list[Cited[Place] | None] = [] if known else [_settled(area, threads) for area in read.areas]
    areas = areas or [other]
    return [replace(base, area=area, scope=read.scope.name(area)) for area in areas]


def _read(scene: Scene, mention: TruceMention) -> _Read:
    wider = widening(scene, mention)
    condition = condition_of(scene, mention)
    act = act_of(scene, mention, widening=wider)
    if act.talk and condition is not None:
        # Bargaining to save a truce makes no new one.
        act = Act(TruceAct.MENTIONED, heads=act.heads)
    terms = terms_of(scene, mention, act)
    if act.act is TruceAct.IN_FORCE and _to_come(scene, terms.start):
        act = act_of(scene, mention, widening=wider, to_come=True)
        terms = terms_of(scene, mention, act)
    left_out = areas_left_out(scene, mention)
    sides = without_places(sides_of(scene, mention, act), left_out)
    out = {s for area in left_out for s in area.evidence}
    areas = tuple(a for a in areas_of(scene, mention) if not out & set(a.evidence))
    return _Read(mention, act, terms, sides, condition, areas, left_out, scope_of(scene, mention, act.act))


def _to_come(scene: Scene, start: Cited[When] | None) -> bool:
    published = _published(scene)
    return (
        start is not None
        and start.value.start is not None
        and published is not None
        and start.value.start >= published + timedelta(days=1)
    )


def _published(scene: Scene) -> datetime | None:
    published = scene.reading.article.published
    return published.when.start if published else None


def _identity(claim: TruceClaim) -> str:
    return claim_id(claim.article, "truce", claim.words, (claim.act.value, claim.label.evidence, _area_name(claim)))


def _base(scene: Scene, read: _Read) -> TruceClaim:
    """The claim without area and speaker."""
    mention, sides, terms, scope = read.mention, read.sides, read.terms, read.scope
    words = scene.quote(mention.start, mention.end)
    return TruceClaim(
        id="",
        article=scene.reading.article.id,
        said=Said(Stance.NARRATED),
        words=(words,) if read.act.span is None else (words, read.act.span),
        label=Cited(mention.label.quote, (mention.label,)),
        instrument=mention.instrument,
        act=read.act.act,
        limited_to=scope.limited_to,
        declared_by=tuple(sides.declared),
        mediated_by=tuple(sides.mediated),
        bound=tuple(sides.bound),
        excluded=tuple(sides.excluded),
        excluded_areas=read.left_out,
        announced=terms.announced,
        start=terms.start,
        duration=terms.duration,
        extension=terms.extension,
        end=terms.end,
        condition=read.condition,
        unilateral=scope.unilateral or _own(scene, read),
        purpose=scope.purpose,
        proviso=scope.proviso,
        recurring=scope.recurring,
    )


def _whole(scene: Scene, read: _Read, threads: list[_Thread]) -> Cited[Place] | None:
    """The country of the text, or that of the group whose truce it is where the text is of another or of none."""
    home = home_of(scene, (*read.sides.declared, *read.sides.bound))
    if home is not None and (scene.whole is None or scene.whole.value.country != home.value.country):
        return home
    if scene.whole is None and read.mention.told and threads and threads[-1].area is not None:
        return replace(threads[-1].area, derivation="the area of the truce named before")
    return scene.whole


def _own(scene: Scene, read: _Read) -> bool:
    """ "The Front said it would carry out no attacks": a truce told by a verb of one side alone is that side's own."""
    sides, mention = read.sides, read.mention
    parties = {p.value.id for p in (*sides.declared, *sides.bound)}
    if not mention.told or read.act.act not in _OWN_ACTS or len(parties) != 1 or sides.mediated:
        return False
    if any(p.value.kind is PartyKind.OTHER for p in sides.bound):
        return False  # "both sides"
    return _MUTUAL.search(scene.text, mention.start, mention.end) is None


def _unnamed_several(scene: Scene, read: _Read) -> bool:
    """ "local truces in other areas": several, none told apart by its area."""
    return not read.areas and bool(_SEVERAL.match(scene.text, read.mention.label.start))


def _tells(read: _Read, threads: list[_Thread]) -> bool:
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


def _widened(read: _Read) -> bool:
    return bool(read.areas) and read.act.act is TruceAct.PROPOSED


def _settled(area: Cited[Place], threads: list[_Thread]) -> Cited[Place]:
    """An area told again in shorter words is the one told before: "the Ghouta truce" after "Eastern Ghouta"."""
    for thread in reversed(threads):
        if thread.area is not None and _same_words(area.value, thread.area.value):
            return Cited(thread.area.value, area.evidence, area.derivation)
    return area


def _same_words(again: Place, known: Place) -> bool:
    if again.country != known.country or again.level is Level.COUNTRY or known.level is Level.COUNTRY:
        return False
    if again.relation and again.relation == known.relation and again.within == known.within and not again.found:
        return True
    words = set(again.name.lower().split())
    return words < set(known.name.lower().split()) and again.relation is None


def _introduced(scene: Scene, mention: TruceMention) -> bool:
    """ "the first ceasefire of the war" points back to none before it; "it was the third truce" does."""
    before = scene.text[max(mention.start, mention.label.start - 50) : mention.label.start]
    hit = _INTRODUCING.search(before)
    return (
        hit is not None
        and re.search(r"\b(?:it|this|that|which)\s+(?:was|is)\s+the\s+$", before[: hit.start()], re.I) is None
    )


def _inherited(mention: TruceMention, threads: list[_Thread], nationwide: bool) -> Cited[Place] | None:
    """The area of the truce that a mention points back to: the last one, or the last of its name.

    One that does not point back ("a truce had been offered") goes on about the place of the sentence before.
    """
    if not threads or (not mention.definite and mention.sentence.index - threads[-1].sentence > 1):
        return None
    wide = [t for t in threads if t.area and t.area.value.level is Level.COUNTRY]
    alike = wide if nationwide else [t for t in threads if t.instrument == mention.instrument] or threads[-1:]
    area = alike[-1].area if alike else None
    return replace(area, derivation="the area of the truce named before") if area else None


def _long_past(scene: Scene, read: _Read) -> bool:
    """A truce of history, mentioned in passing; one that still stands or is ended now is none."""
    terms, published = read.terms, _published(scene)
    if published is None or read.act.act in _TOLD_OUTRIGHT:
        return False
    moments = [t.value.start for t in (terms.start, terms.announced, terms.end) if t is not None and t.value.start]
    return bool(moments) and max(moments) < published - _HISTORY
