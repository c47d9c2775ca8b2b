"""Truce claims: one per clause that says something of a truce.

A call, wish or ultimatum is a position, a trade truce is nothing (reviewed words in ``data/extraction/truces.toml``).
A bare mention that adds no value makes no claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from ..knowledge.events import truce_words
from ..records.claim import Condition, Said, TruceAct, TruceClaim
from ..records.party import Party, PartyKind
from ..records.place import Place
from ..records.reading import PartyMention, PlaceMention, Reading, Sentence, TimeKind, TimeMention
from ..records.text import Cited, Span
from ..records.when import When
from .attribution import said_for
from .clauses import clauses, inside
from .identity import claim_id

_END_FRAME = re.compile(r"(?:until|till|expir\w+|through|ends?|ending|to end|lapses?|\bto)\s+(?:\w+\s+){0,3}$", re.I)
_START_FRAME = re.compile(
    r"(?:from|since|effective|beginning|starting|begins?|began|start(?:s|ed)?|effect|force|as of|put in place|decreed)"
    r"\s+(?:\w+\s+){0,3}$",
    re.I,
)
_ANNOUNCE_FRAME = re.compile(r"(?:announc\w+|declar\w+|decreed|proclaim\w+|agreed|signed|reached)[^.;]{0,60}$", re.I)
_EXCLUDES = re.compile(r"(?:not (?:a )?party to|exclud\w+|does not (?:apply to|cover|include)|not covered by)", re.I)
_MEDIATES = re.compile(r"(?:mediat\w+|broker\w+|facilitat\w+|backing|sponsor\w+|guarant\w+|efforts)", re.I)
_BETWEEN = re.compile(r"\bbetween\b", re.I)
_NATIONWIDE = re.compile(
    r"\b(?:nationwide|nation-wide|countrywide|general|comprehensive|throughout the country)\b", re.I
)
_LOCAL = re.compile(r"\b(?:local|localized|localised|partial|limited)\b", re.I)
_UNILATERAL = re.compile(r"\bunilateral(?:ly)?\b", re.I)
_EXTENDING_TO = re.compile(r"\bextend\w*\s[^.;]{0,60}\bto\s+(?:the\s+)?$", re.I)
_ADDING = re.compile(r"\b(?:extend\w*|extension|renew\w*|prolong\w*|further|another|additional)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Label:
    span: Span
    instrument: str


def truce_claims(reading: Reading) -> tuple[TruceClaim, ...]:
    """All truce claims of a reading, in text order."""
    found: list[TruceClaim] = []
    for sentence in reading.sentences:
        for label in _labels(reading, sentence):
            claim = _claim(reading, sentence, label)
            if claim is not None:
                found.append(claim)
    return tuple(found)


def _labels(reading: Reading, sentence: Sentence) -> list[_Label]:
    """Truce words of a sentence, one per clause, longest label first at a place."""
    text, words = reading.article.text, truce_words()
    spans: list[_Label] = []
    for pattern, instrument, _ in words.labels:
        for hit in pattern.finditer(text, sentence.start, sentence.end):
            if any(hit.start() < other.span.end and other.span.start < hit.end() for other in spans):
                continue
            if words.refuse_before.search(text[max(sentence.start, hit.start() - 24) : hit.start()]):
                continue
            if words.refuse_after.search(text[hit.end() : hit.end() + 40]):
                continue
            spans.append(_Label(reading.article.quote(hit.start(), hit.end()), instrument))
    spans.sort(key=lambda item: item.span.start)
    kept: list[_Label] = []
    for start, end in clauses(reading, sentence):
        kept.extend(item for item in spans if start <= item.span.start < end)
    return kept


def _clause_of(reading: Reading, sentence: Sentence, label: _Label) -> tuple[int, int]:
    for start, end in clauses(reading, sentence):
        if start <= label.span.start < end:
            return start, end
    return sentence.start, sentence.end


def _claim(reading: Reading, sentence: Sentence, label: _Label) -> TruceClaim | None:
    article = reading.article
    start, end = _clause_of(reading, sentence, label)
    clause = article.text[start:end]
    words = truce_words()
    if words.wish.search(article.text[max(start, label.span.start - 60) : label.span.start]):
        return None
    clause_words = article.quote(start, end)
    act, act_span = _act(reading, start, end)
    times = inside(reading.times, start, end)
    begin, finish, announced = _bounds(reading, times, start)
    duration, extension = _lengths(reading, times, act)
    area = _area(reading, start, end, label)
    between, mediators, excluded, declarers = _parties(reading, start, end, label, act)
    condition = _condition(reading, start, end)
    values = (begin, finish, announced, duration, extension, condition, area, between, mediators, excluded, declarers)
    if act is TruceAct.MENTIONED and not any(values):
        return None
    said: Said = said_for(reading, label.span)
    if act is TruceAct.ANNOUNCED and not declarers and said.speaker is not None:
        declarers = ()
    evidence = (clause_words,) if act_span is None else (clause_words, act_span)
    return TruceClaim(
        id=claim_id(article.id, "truce", evidence, (act.value, label.span.start, area and area.value.name)),
        article=article.id,
        said=said,
        words=(clause_words,),
        label=Cited(label.span.quote, (label.span,)),
        instrument=label.instrument,
        act=act,
        area=area,
        scope="nationwide" if _NATIONWIDE.search(clause) else "local" if _LOCAL.search(clause) else None,
        declared_by=declarers,
        mediated_by=mediators,
        bound=between,
        excluded=excluded,
        announced=announced,
        start=begin,
        duration=duration,
        extension=extension,
        end=finish,
        condition=condition,
        unilateral=bool(_UNILATERAL.search(clause)),
    )


def _act(reading: Reading, start: int, end: int) -> tuple[TruceAct, Span | None]:
    for act, pattern, _ in truce_words().acts:
        hit = pattern.search(reading.article.text, start, end)
        if hit:
            return act, reading.article.quote(hit.start(), hit.end())
    return TruceAct.MENTIONED, None


def _condition(reading: Reading, start: int, end: int) -> Cited[Condition] | None:
    # "all but collapsed" is eroding, so the longer, weaker wording is asked first.
    order = (Condition.ERODING, Condition.DE_FACTO_COLLAPSED, Condition.STRAINED, Condition.HOLDING)
    rows = sorted(truce_words().conditions, key=lambda row: order.index(row[0]))
    for condition, pattern, _ in rows:
        hit = pattern.search(reading.article.text, start, end)
        if hit:
            return Cited(condition, (reading.article.quote(hit.start(), hit.end()),))
    return None


def _bounds(
    reading: Reading, times: tuple[TimeMention, ...], start: int
) -> tuple[Cited[When] | None, Cited[When] | None, Cited[When] | None]:
    begin: Cited[When] | None = None
    finish: Cited[When] | None = None
    announced: Cited[When] | None = None
    text = reading.article.text
    for mention in times:
        if mention.kind is not TimeKind.DATE or mention.when is None:
            continue
        before = text[start : mention.span.start]
        cited = Cited(mention.when, (mention.span,))
        if _END_FRAME.search(before) and (begin is not None or not before.rstrip().lower().endswith(" to")):
            finish = finish or cited
        elif _START_FRAME.search(before):
            begin = begin or cited
        elif _ANNOUNCE_FRAME.search(before):
            announced = announced or cited
    return begin, finish, announced


def _lengths(
    reading: Reading, times: tuple[TimeMention, ...], act: TruceAct
) -> tuple[Cited[timedelta] | None, Cited[timedelta] | None]:
    duration: Cited[timedelta] | None = None
    extension: Cited[timedelta] | None = None
    for mention in times:
        if mention.kind is not TimeKind.DURATION or mention.duration is None:
            continue
        before = reading.article.text[max(0, mention.span.start - 40) : mention.span.start]
        after = reading.article.text[mention.span.end : mention.span.end + 30]
        if re.match(r"\s+(?:ago|earlier|later|before|of (?:fighting|hostilities|war|conflict))", after):
            continue
        cited = Cited(mention.duration, (mention.span,))
        if mention.added or (act is TruceAct.EXTENDED and (_ADDING.search(before) or _ADDING.search(after))):
            extension = extension or cited
        else:
            duration = duration or cited
    return duration, extension


def _area(reading: Reading, start: int, end: int, label: _Label) -> Cited[Place] | None:
    """The place of the truce: after "in/for/to", nearest after the label, not the place of the saying."""
    text = reading.article.text
    best: tuple[int, PlaceMention] | None = None
    for mention in inside(reading.places, start, end):
        if mention.metonym:
            continue
        before = text[max(start, mention.span.start - 40) : mention.span.start]
        if re.search(r"\b(?:said|told|speaking|meeting|talks|summit) (?:\w+ ){0,2}in (?:the )?$", before, re.I):
            continue
        framed = bool(
            re.search(r"\b(?:in|for|to|over|across|around|throughout|into)\s+(?:[\w-]+\s+){0,4}$", before, re.I)
        )
        if not framed:
            continue
        distance = abs(mention.span.start - label.span.end) - (
            1000 if _EXTENDING_TO.search(text[start : mention.span.start]) else 0
        )
        if best is None or distance < best[0]:
            best = (distance, mention)
    if best is not None:
        return Cited(best[1].place, (best[1].span,))
    return None


def _is_side(party: Party) -> bool:
    return party.kind in {
        PartyKind.STATE_FORCES,
        PartyKind.REBEL_GROUP,
        PartyKind.POLITICAL_MILITIA,
        PartyKind.IDENTITY_MILITIA,
        PartyKind.EXTERNAL_FORCES,
        PartyKind.GOVERNMENT,
        PartyKind.COALITION,
    }


def _parties(
    reading: Reading, start: int, end: int, label: _Label, act: TruceAct
) -> tuple[tuple[Cited[Party], ...], tuple[Cited[Party], ...], tuple[Cited[Party], ...], tuple[Cited[Party], ...]]:
    """Bound ("between A and B", those who agree), mediators, excluded, declarers."""
    text = reading.article.text
    bound: list[PartyMention] = []
    mediators: list[PartyMention] = []
    excluded: list[PartyMention] = []
    declarers: list[PartyMention] = []
    for mention in inside(reading.parties, start, end):
        before, after = text[start : mention.span.start], text[mention.span.end : end]
        if _EXCLUDES.search(text[max(start, mention.span.start - 90) : mention.span.start]) or _EXCLUDES.match(
            after[:60].lstrip(" ,whoaretis")
        ):
            excluded.append(mention)
        elif _MEDIATES.search(before[-40:]) or re.match(
            r"[ -](?:and \S+ )?(?:backing|mediat|broker|sponsor)", after, re.I
        ):
            mediators.append(mention)
        elif not _is_side(mention.party):
            continue
        elif _BETWEEN.search(before[-120:]):
            bound.append(mention)
        elif mention.span.end <= label.span.start and act in {TruceAct.ANNOUNCED, TruceAct.EXTENDED, TruceAct.PROPOSED}:
            declarers.append(mention)
        elif (act is TruceAct.AGREED and mention.span.end <= label.span.start) or act in {
            TruceAct.SUSPENDED,
            TruceAct.ENDED,
        }:
            bound.append(mention)
    return _cite(bound), _cite(mediators), _cite(excluded), _cite(declarers)


def _cite(mentions: list[PartyMention]) -> tuple[Cited[Party], ...]:
    seen: dict[str, Cited[Party]] = {}
    for mention in mentions:
        seen.setdefault(mention.party.id, Cited(mention.party, (mention.span,)))
    return tuple(seen.values())
