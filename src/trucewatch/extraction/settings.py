"""Where an act took place, rather than where it was spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records.place import Level, Place
from ..records.reading import PlaceMention, Reading, Sentence
from ..records.text import Cited, Span
from .clauses import inside

SAYING = re.compile(
    r"\b(?:said|says|told|speaking|announced|reported|accused|added|warned|denied|stated|met|arrived|talks|meeting|summit|conference|signed|"
    r"spokesm[ae]n|spokeswoman|ambassador|minister|correspondent|interview|addressing|dialogue|negotiations?|condemned|denounced|critici[sz]ed|protested|deplored|rejected|welcomed|headed|bound|en route|on (?:his|her|their|the) way)\b[^,;.]{0,30}$",
    re.I,
)
_COARSE = frozenset([Level.PROVINCE, Level.REGION, Level.SEA])
_LIST = re.compile(
    r"^\s*(?:\([^)]{1,40}\)\s*)?(?:,\s+(?:in\s+)?|(?:,?\s*and|,?\s*or|,?\s*as well as|;)\s+(?:also\s+)?(?:in\s+|near\s+|at\s+|on\s+|around\s+|outside\s+)?)(?:the\s+)?(?:\w+\s+(?:of|in)\s+)?(?:the\s+)?$"
    r"|^\s*(?:,|,?\s*and)\s+(?:on\s+)?(?:an?|the|its|their|several|two|three|other)\s+(?:[\w-]+\s+){1,5}(?:in|at|near|outside)\s+(?:the\s+)?$",
    re.I,
)
_CONTAINER = re.compile(
    r"\s*(?:,|\(|in|of)\s*(?:the\s+)?(?:(?:province|district|state|region|governorate|county) of\s+)?", re.I
)
# "20 miles northwest of Dib", behind the place that it is said of.
_AWAY_FROM = re.compile(
    r",\s*(?:about |some |around |roughly |nearly )?(?:[\d.,]+|\w+)\s*(?:km|kms|kilomet\w+|miles?)\s*(?:\([^)]*\)\s*)?(?:to the\s+)?(?:[\w-]+\s+)?(?:of|from)\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.I,
)
# "an air raid on Dib": a country that acts elsewhere is where this was done.
_ON_IT = re.compile(r"\s+(?:on|against|in|inside|across|into|of)\s+(?:the\s+)?(?:(?:[\w’'-]+,?\s+and|both)\s+)?", re.I)
# "in Dib, especially in Qasr": the finer place is the one meant.
_ESPECIALLY = re.compile(
    r",?\s*(?:and\s+)?(?:especially|particularly|mainly|mostly|notably|chiefly|in particular|above all|primarily|including|specifically)\s+(?:(?:in|at|near|around|on)\s+)?[^.;]{0,60}",
    re.I,
)
# "thirteen days after the bombings in Dib": where something else was done.
_ELSEWHEN = re.compile(
    r"\b(?:after|since|following|before|in retaliation for|in revenge for|in response to)\s+(?:the|this|that|last \w+['’]s|\w+['’]s|an?)\s+(?:[\w-]+\s+){0,3}"
    r"(?:attacks?|bombings?|killings?|blasts?|explosions?|raids?|strikes?|massacres?|shootings?|murders?|assassinations?|fighting|clashes|ambush(?:es)?)\s+(?:in|at|on|near|of)\s+(?:[\w’'-]+\s+){0,4}$",
    re.I,
)
# The place itself is hit: "Dib, near the border, was shelled", "Dib came under fire".
_IS_HIT = re.compile(
    r"(?:,[^,;.]{1,80},)?\s+(?:(?:was|were|has been|had been|have been)\s+(?:\w+ly\s+|also\s+|again\s+)*|(?=c[ao]me\s+under))$",
    re.I,
)
# "..., and the last soldiers crossed into Dib": where somebody went after the act.
_WENT = re.compile(
    r"\b(?:cross(?:ed|es|ing)|fled|flee(?:s|ing)?|escap(?:ed|es|ing)|withdr(?:ew|awn|awing)|retreat(?:ed|s|ing)|pour(?:ed|ing)|stream(?:ed|ing)"
    r"|return(?:ed|ing)|evacuated|deported|exiled|flown|airlifted|smuggled)\s+(?:[\w’'-]+\s+){0,4}?(?:in)?to(?:wards?)?\s+(?:the\s+)?$",
    re.I,
)
_CONTAINED = re.compile(r"^\s*,?\s*(?:\(|,|in|of)?\s*(?:the\s+)?(?:[\w'’-]+\s+){0,5}$", re.I)
PLACING = frozenset(
    [
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "around",
        "throughout",
        "within",
        "across",
        "off",
        "along",
        "over",
        "above",
        "surrounding",
    ]
)
# Frames that say where something goes to or comes from: a place of the act only where nothing better is told.
_LOOSE = frozenset(
    ["to", "from", "for", "toward", "towards", "leaving", "via", "beyond", "between", "through", "of", "into", "onto"]
)
_ACRONYM = 4
_COUNTRY_FRAMES = PLACING | {"into", "of"}


def place_of(reading: Reading, sentence: Sentence, start: int, end: int, act: Span) -> tuple[Cited[Place], ...]:
    """The place or listed places that the sentence itself gives for an act; none where it gives none."""
    # What stands behind an act's stretch is told of another act.
    for low, high in ((start, end), (sentence.start, end)):
        found = _usable(reading, sentence, low, high, act)
        if found:
            return _chosen(reading, found, act)
    return ()


def _usable(reading: Reading, sentence: Sentence, start: int, end: int, act: Span) -> list[tuple[int, PlaceMention]]:
    """Mentions that may be where the act took place, each with a rank (0 best)."""
    text = reading.article.text
    parties = inside(reading.parties, start, end)
    found = []
    for mention in inside(reading.places, start, end):
        if mention.frame == "dateline" or (mention.metonym and not _ON_IT.fullmatch(text, act.end, mention.span.start)):
            continue
        if any(
            p.span.start <= mention.span.start
            and mention.span.end <= p.span.end
            and len(p.span.quote) > len(mention.span.quote)
            for p in parties
        ):
            continue
        if SAYING.search(text[max(sentence.start, mention.span.start - 45) : mention.span.start]):
            continue
        if _of_speaker(reading, mention):
            continue
        rank = _rank(mention, act, text)
        if rank is not None:
            found.append((rank, mention))
    return found


def _of_speaker(reading: Reading, mention: PlaceMention) -> bool:
    """Whether a place only says which speaker is meant: "a nurse at the clinic said"."""
    return any(
        s.speaker_span is not None
        and s.speaker_span.start < mention.span.start
        and mention.span.end <= s.speaker_span.end
        for s in reading.speech
    )


def _rank(mention: PlaceMention, act: Span, text: str) -> int | None:
    """0: located by its frame; 1: the object of the act, or beside it; 2: loosely framed; None: no location."""
    country = mention.place.level is Level.COUNTRY
    if act.start <= mention.span.start and mention.span.end <= act.end:
        # "the town of Dib, on the coast of Qasr, fell": what the words of the act name first.
        return 3 if "," in text[act.start : mention.span.start] else 0
    if _AWAY_FROM.search(text[max(0, mention.span.start - 60) : mention.span.start]):
        return 3
    if not country and 0 < act.start - mention.span.end < 100 and _IS_HIT.fullmatch(text, mention.span.end, act.start):
        return 0
    if _WENT.search(text, act.end, mention.span.start):
        return None
    if _ELSEWHEN.search(text[max(0, mention.span.start - 80) : mention.span.start]):
        return 3
    if mention.frame in PLACING:
        return 0
    if mention.frame and mention.frame not in _LOOSE:
        return 0
    if mention.frame == "of" and 0 <= mention.span.start - act.end < 40:
        return 0 if text[act.end : mention.span.start].split()[:1] == ["of"] or act.quote.lower().endswith(" of") else 1
    if mention.frame in _LOOSE:
        return None if country and mention.frame not in _COUNTRY_FRAMES else 2
    if text[mention.span.end : mention.span.end + 2] in {"'s", "’s"} and not mention.frame:
        return None
    if country:
        return 1 if re.match(r"^\s+(?:the\s+)?$", text[act.end : mention.span.start] or "x") else None
    if mention.span.quote.isupper() and len(mention.span.quote) > _ACRONYM:
        # In upper-case copy a name that nothing locates may be a person's.
        return None
    if mention.place.found and mention.place.level is not Level.UNKNOWN:
        return 3 if mention.place.level in _COARSE else 2
    return 2


def _chosen(reading: Reading, found: Sequence[tuple[int, PlaceMention]], act: Span) -> tuple[Cited[Place], ...]:
    """The best framed, the most local, the nearest; a list "A, B and C" gives every member."""
    text = reading.article.text
    best = min(rank for rank, _ in found)
    pool = [m for rank, m in found if rank == best]
    fine = [m for m in pool if m.place.level not in _COARSE and m.place.level is not Level.COUNTRY]
    fine = fine or [m for m in pool if m.place.level is not Level.COUNTRY] or pool
    behind = [m for m in fine if m.span.start >= act.start]
    lead = min(behind or fine, key=lambda m: abs(m.span.start - act.end))
    mentions = [m for _, m in found]
    lead = next((m for m in mentions if _is_finer(text, lead, m)), lead)
    run, end = [lead], lead.span.end
    for mention in _behind(reading, lead, mentions):
        between = text[end : mention.span.start]
        if _contains(mention.place, run[-1].place):
            # "in Qasr, Dib province, and Essam": what contains a member of the list is none.
            if not _CONTAINER.fullmatch(between):
                break
            end = mention.span.end
            continue
        if mention not in mentions or not _LIST.match(between) or not _alike(mention.place, lead.place):
            break
        run.append(mention)
        end = mention.span.end
    for mention in reversed(mentions[: mentions.index(lead)]):
        end = _with_container(reading, mention)
        if run[0].span.start < end or any(
            m.span.start < mention.span.start < _with_container(reading, m) for m in mentions
        ):
            continue
        between = text[end : run[0].span.start]
        if not _LIST.match(between) or not _alike(mention.place, lead.place):
            break
        run.insert(0, mention)
    if run[0].frame == "between":
        run = run[:1]  # a road between two towns is one place
    return tuple(Cited(m.place, (m.span,)) for m in run)


def _is_finer(text: str, lead: PlaceMention, other: PlaceMention) -> bool:
    """Whether another place is told as the part meant of the first one."""
    if other.span.start < lead.span.end or other.place.level is lead.place.level:
        return False
    return bool(_ESPECIALLY.fullmatch(text, lead.span.end, other.span.start))


def _with_container(reading: Reading, mention: PlaceMention) -> int:
    """Where a place ends with what it is said to lie in: "Dib, Qasr,"."""
    end, text = mention.span.end, reading.article.text
    for outer in inside(reading.places, end, end + 60):
        if not _contains(outer.place, mention.place) or not _CONTAINER.fullmatch(text, end, outer.span.start):
            break
        end = outer.span.end
    return end


def _behind(reading: Reading, lead: PlaceMention, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places told behind the first of a list, usable or not, up to the last usable one."""
    return inside(reading.places, lead.span.end, max(m.span.end for m in mentions))


def _alike(one: Place, other: Place) -> bool:
    coarse = (Level.COUNTRY in (one.level, other.level), one.level in _COARSE, other.level in _COARSE)
    return one.level is other.level or not (coarse[0] or coarse[1] != coarse[2])


def _contains(outer: Place, inner: Place) -> bool:
    """Whether a place is told as what contains another ("Dib, Qasr province")."""
    if outer.level is Level.COUNTRY and inner.level is not Level.COUNTRY:
        return True
    return (
        outer.name in inner.within
        or outer.name == inner.context
        or (outer.level in _COARSE and inner.level not in _COARSE)
    )
