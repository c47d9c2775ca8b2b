"""From mentions to truce claims: act, condition, terms, area, sides, and what a mention takes from the one before."""

from __future__ import annotations

import re
from dataclasses import replace

from ...records.claim import Said, TruceAct, TruceClaim
from ...records.place import Level, Place
from ...records.reading import Reading, Stance
from ...records.text import Cited
from ...records.when import When
from ..attribution import said_for
from ..identity import claim_id
from .context import armed_context
from .mentions import TruceMention, truce_mentions
from .once import Read, Thread, read_once, to_come_after
from .scene import Scene, closed_text
from .telling import long_past, own_truce, tells, unnamed_several
from .theatre import home_of, theatre

_SKIPPED = {Stance.HYPOTHETICAL, Stance.PREDICTION}
_INTRODUCING = re.compile(
    r"\b(?:first|second|third|fourth|fifth|latest|newest|longest|biggest|last|only)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_MAKING = {TruceAct.ANNOUNCED, TruceAct.AGREED}


def truce_claims(reading: Reading) -> tuple[TruceClaim, ...]:
    """All truce claims of a reading in text order; none where the text is not about armed conflict."""
    scene = Scene(reading, closed_text(reading))
    mentions = truce_mentions(scene)
    if not mentions or not armed_context(scene, mentions):
        return ()
    scene = replace(scene, whole=theatre(reading))
    threads: list[Thread] = []
    found: list[TruceClaim] = []
    together: Cited[When] | None = None
    for mention in mentions:
        if mention.passing:
            together = _told_together(scene, mention) or together
            continue
        for claim in _claims(scene, mention, threads):
            found.append(_dated_together(claim, together))
            threads.append(Thread(claim.area, claim.instrument, mention.sentence.index, claim.label))
    return tuple(replace(claim, id=_identity(claim)) for claim in _not_yet(scene, found))


def _told_together(scene: Scene, mention: TruceMention) -> Cited[When] | None:
    """The day on which several truces were announced together, to be told one by one later."""
    read = read_once(scene, mention)
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
    coming = {_area_name(c) for c in claims if to_come_after(scene, c.start)}
    return [
        replace(c, act=TruceAct.MENTIONED)
        if c.act is TruceAct.IN_FORCE and c.start is None and _area_name(c) in coming
        else c
        for c in claims
    ]


def _area_name(claim: TruceClaim) -> str:
    return claim.area.value.name if claim.area else ""


def _claims(scene: Scene, mention: TruceMention, threads: list[Thread]) -> list[TruceClaim]:
    """The claims of one mention: one for each area that it lists."""
    read = read_once(scene, mention)
    if not tells(read, threads) or long_past(scene, read) or unnamed_several(scene, read):
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


def _identity(claim: TruceClaim) -> str:
    return claim_id(claim.article, "truce", claim.words, (claim.act.value, claim.label.evidence, _area_name(claim)))


def _base(scene: Scene, read: Read) -> TruceClaim:
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
        unilateral=scope.unilateral or own_truce(scene, read),
        purpose=scope.purpose,
        proviso=scope.proviso,
        recurring=scope.recurring,
    )


def _whole(scene: Scene, read: Read, threads: list[Thread]) -> Cited[Place] | None:
    """The country of the text, or that of the group whose truce it is where the text is of another or of none."""
    home = home_of(scene, (*read.sides.declared, *read.sides.bound))
    if home is not None and (scene.whole is None or scene.whole.value.country != home.value.country):
        return home
    if scene.whole is None and read.mention.told and threads and threads[-1].area is not None:
        return replace(threads[-1].area, derivation="the area of the truce named before")
    return scene.whole


def _settled(area: Cited[Place], threads: list[Thread]) -> Cited[Place]:
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


def _inherited(mention: TruceMention, threads: list[Thread], nationwide: bool) -> Cited[Place] | None:
    """The area of the truce that a mention points back to: the last one, or the last of its name.

    One that does not point back ("a truce had been offered") goes on about the place of the sentence before.
    """
    if not threads or (not mention.definite and mention.sentence.index - threads[-1].sentence > 1):
        return None
    wide = [t for t in threads if t.area and t.area.value.level is Level.COUNTRY]
    alike = wide if nationwide else [t for t in threads if t.instrument == mention.instrument] or threads[-1:]
    area = alike[-1].area if alike else None
    return replace(area, derivation="the area of the truce named before") if area else None
