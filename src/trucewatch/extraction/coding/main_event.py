"""Who did what, when and where in an article's main event, by its headline and opening: up to three answers each, best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...knowledge.main_event import main_event_words
from ...records.place import Level
from ...records.reading import Reading, Sentence, TimeKind, TimeMention
from ...records.text import Cited, SegmentKind, Span
from ...records.when import Precision

_MOST = 3
# Words of a predicate: longer ones tell more than what happened.
_LONGEST = 8
_STOP = re.compile(
    r"[,;:.!?]\s|\s[-–—]\s|\s(?:after|as|when|while|because|since|but|amid|who|which|that|before|following|despite)\s"
)
_LEAD = re.compile(r"^(?:the|a|an|and|but|at least|more than|about|some)\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w][\w'’.-]*")
_LABEL = re.compile(r"^[^:]{2,40}:\s+(?=\S)")
_SENTENCES = 4
_DAYS = {Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}


@dataclass(frozen=True, slots=True)
class MainEvent:
    """Answers from the article's words; empty where it gives none."""

    who: tuple[Cited[str], ...]
    what: tuple[Cited[str], ...]
    when: tuple[Cited[str], ...]
    where: tuple[Cited[str], ...]


def main_event_of(reading: Reading) -> MainEvent:
    """The main event of an article."""
    chosen = list(_openings(reading))
    parts = [part for sentence in chosen if (part := _split(reading, sentence)) is not None]
    return MainEvent(
        who=_cited(reading, (who for who, _ in parts)),
        what=_cited(reading, (what for _, what in parts)),
        when=_times(reading, chosen),
        where=_places(reading, chosen),
    )


def _openings(reading: Reading) -> Iterator[Sentence]:
    """The headline and the first sentences that are no furniture."""
    furniture = main_event_words().furniture
    found = 0
    for sentence in reading.sentences:
        text = reading.article.text[sentence.start : sentence.end]
        headline = sentence.segment is SegmentKind.HEADLINE
        if found >= _SENTENCES or (not headline and (furniture.search(text) or len(text.split()) < 5)):
            continue
        found += 1
        yield sentence


def _split(reading: Reading, sentence: Sentence) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Subject and predicate of a sentence, by its first verb."""
    text, words = reading.article.text, main_event_words()
    start, end = sentence.start, sentence.end
    label = _LABEL.match(text[start:end])
    low = start + label.end() if label and sentence.segment is SegmentKind.HEADLINE else start
    tagged = {token.start: token.upos for token in sentence.tokens if any(t.head >= 0 for t in sentence.tokens)}
    seen = 0
    for hit in _WORD.finditer(text, low, end):
        word = hit.group().strip(".")
        seen += 1
        if seen == 1 or (word[0].isupper() and not _titled(text[low:end]) and not word.isupper()):
            continue
        if not (tagged.get(hit.start()) in {"VERB", "AUX"} if tagged else words.verb(word)):
            continue
        subject = _subject(text, low, hit.start())
        return (subject, _predicate(text, hit.start(), end)) if subject[1] > subject[0] else None
    return None


def _titled(text: str) -> bool:
    """Whether every longer word has a capital, as in some papers' headlines."""
    longer = [w for w in text.split() if len(w) > 4 and w[0].isalpha()]
    return len(longer) > 2 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)


def _subject(text: str, low: int, verb: int) -> tuple[int, int]:
    stretch = text[low:verb]
    comma = (
        stretch.rfind(", ") if re.match(r"\s*(?:On|In|At|After|Before|As|For|With|During|Speaking)\b", stretch) else -1
    )
    start = low + comma + 2 if comma >= 0 else low
    first = re.search(r",\s|\s(?:in|at|on|near|outside|from|who|which)\s", text[start:verb])
    end = start + first.start() if first and first.start() else verb
    lead = _LEAD.match(text[start:end])
    start += lead.end() if lead else 0
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",:"):
        end -= 1
    return start, end


def _predicate(text: str, verb: int, end: int) -> tuple[int, int]:
    stop = _STOP.search(text, verb, end)
    limit = stop.start() if stop else end
    words = list(_WORD.finditer(text, verb, limit))
    if len(words) > _LONGEST:
        limit = words[_LONGEST - 1].end()
    while limit > verb and not (text[limit - 1].isalnum() or text[limit - 1] in "'’\"”"):
        limit -= 1
    return verb, limit


def _cited(reading: Reading, spans: Iterable[tuple[int, int]]) -> tuple[Cited[str], ...]:
    found: dict[str, Span] = {}
    for start, end in spans:
        if end > start:
            span = reading.article.quote(start, end)
            found.setdefault(span.quote.lower(), span)
    return tuple(Cited(s.quote, (s,)) for s in list(found.values())[:_MOST])


def _times(reading: Reading, chosen: list[Sentence]) -> tuple[Cited[str], ...]:
    """Days named: those near the day of publication first, the opening's before others; vague ones only where no day is told."""
    dated = [t for t in reading.times if t.kind is TimeKind.DATE and t.when is not None and t.when.start is not None]
    order = sorted(dated, key=lambda t: (not _near(reading, t), not _within(t.span, chosen), t.span.start))
    return _cited(reading, ((t.span.start, t.span.end) for t in order))


def _near(reading: Reading, time: TimeMention) -> bool:
    """Whether a time is a day, or part of one, within a week of publication."""
    assert time.when is not None and time.when.start is not None
    if time.when.precision not in _DAYS:
        return False
    published = reading.article.published.when.start if reading.article.published else None
    return published is None or abs((time.when.start - published).days) <= 7


def _within(span: Span, chosen: list[Sentence]) -> bool:
    return any(s.start <= span.start < s.end for s in chosen)


def _places(reading: Reading, chosen: list[Sentence]) -> tuple[Cited[str], ...]:
    """Where things are told to be: names behind "in", "at" or the like, those of the headline and the opening, and those told often, first."""
    found: dict[str, tuple[float, int, int]] = {}
    for start, end, weight in _located(reading):
        name = reading.article.text[start:end].lower()
        weight += 2 * _within(reading.article.quote(start, end), chosen)
        weight += 2 * any(s.segment is SegmentKind.HEADLINE and s.start <= start < s.end for s in chosen)
        score, low, high = found.get(name, (0.0, start, end))
        found[name] = (score + weight, low, high)
    ranked = sorted(found.values(), key=lambda row: (-row[0], row[1]))
    return _cited(reading, ((low, high) for _, low, high in ranked))


def _located(reading: Reading) -> Iterator[tuple[int, int, float]]:
    """Names of places and sites with how surely they are where something happens; countries tell least."""
    text, words = reading.article.text, main_event_words()
    taken = set()
    for mention in reading.places:
        if mention.metonym or not mention.frame:
            continue
        taken.add(mention.span.start)
        yield mention.span.start, mention.span.end, 0.5 if mention.place.level is Level.COUNTRY else 1.0
    for sentence in reading.sentences:
        for pattern in (words.named_sites, words.sites):
            for hit in pattern.finditer(text, sentence.start, sentence.end):
                if hit.start(1) not in taken:
                    taken.add(hit.start(1))
                    yield hit.start(1), hit.end(1), 1.0
