"""The sides of an act by word order: the noun phrase before its verb, and the first actors named after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...knowledge.act_words import side_words
from ...knowledge.parties import nations
from ...knowledge.phrases import words_of
from ...records.coded import Side
from ...records.party import Party
from ...records.reading import Reading, Sentence
from ...records.text import Cited
from .names import first_actor, listed_after

_BREAK = re.compile(
    r"[;:]\s|\s[–—-]{1,2}\s|[\"“”{}]|``|\bbut\b|\bwhen\b|\bthat\b(?!\s+of\b)|\bwhile\b|\bwho\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"^\s*(?:and\s+|but\s+)?(?:(?:on|in|at|after|before|as|for|with|to|during|since|despite|following|according|under|meanwhile|earlier|"
    r"today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\w+ly)\b[^,]*),\s*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|its|their|his|her)\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*,\s+(?:and\s+)?|\s+and\s+|\s+along with\s+", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:and|but|that|both|neither|nor|or|the|a|an|some|up to|about|nearly|more than|at least|old foes|it has been noted|"
    r"according to reports|in\b|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: night| morning| evening)?)\s+",
    re.IGNORECASE,
)
_CAP = re.compile(r"[A-Z]")
_DAY = re.compile(
    r"\b(?:on\s+)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?:\s+(?:night|morning|evening))?"
)
_WITH = re.compile(r"\b(?:with|between)\s", re.IGNORECASE)
_MOST = 4
# Acts that strike whom their words name first, armed or not; of others a name counts before a plain noun.
_STRIKES = frozenset(["FIGHT", "ASSAULT", "COERCE"])
# Acts whose other side may stand behind what ends the clause ("threatened to strike unless Israel ...").
_REACHES = frozenset(["THREATEN", "DEMAND", "REJECT", "PROTEST", "CONCEDE", "MOBILIZE"])


def sides_before(reading: Reading, sentence: Sentence, start: int, verb: int) -> tuple[Side, ...]:
    """Who stands as the subject between ``start`` and a verb: each of a list; whom a pronoun there points back to."""
    text = reading.article.text
    low, high = _subject(text, start, verb, sentence.start)
    return tuple(side_of(reading, a, b) for a, b in _parts(text, low, high))


def _subject(text: str, start: int, verb: int, first: int) -> tuple[int, int]:
    """The stretch of the subject: behind the last break, without what opens the sentence, adverbs and auxiliaries."""
    low = start
    for found in _BREAK.finditer(text, start, verb):
        low = found.end() if text[found.end() : verb].strip() else low
    tellers = list(side_words().tellers.finditer(text, low, verb))
    if tellers and _named(text[tellers[-1].end() : verb]):
        low = tellers[-1].end()
    elif not _named(text[low:verb]) and (tellers or low > first):
        # "X said it had ...", "X announced that it ...": whoever was told of before.
        told = tellers or list(side_words().tellers.finditer(text, first, low))
        if told:
            low, verb = _opened(text, first, told[-1].start()), told[-1].start()
    return _trim(text, _opened(text, low, verb), verb)


def _named(piece: str) -> bool:
    """Whether somebody is named in a stretch, or told by a word for actors that is not "their" own."""
    bare = _DAY.sub("", piece)
    if _PRONOUN.search(bare):
        return False
    return bool(_CAP.search(bare) or side_words().actors.search(bare))


def _opened(text: str, low: int, high: int) -> int:
    """Past an adverbial that opens the stretch ("On Tuesday, ...")."""
    opening = _OPENING.match(text[low:high])
    return low + opening.end() if opening else low


def _trim(text: str, low: int, high: int) -> tuple[int, int]:
    """A stretch without auxiliaries and adverbs at its end."""
    words = side_words().auxiliary
    while True:
        while high > low and text[high - 1] in " \t\n,":
            high -= 1
        tail = re.search(r"[\w'’]+$", text[low:high])
        if tail is None or tail.start() == 0 or not words.fullmatch(tail.group()):
            break
        high = low + tail.start()
    while low < high and text[low] in " \t\n,":
        low += 1
    return low, high


def _parts(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The members of a list of subjects; of "X, the state's foe" only X."""
    pieces: list[tuple[int, int]] = []
    at = low
    for cut in _SPLIT.finditer(text, low, high):
        pieces.append((at, cut.start()))
        at = cut.end()
    pieces.append((at, high))
    apposed = " and " not in text[low:high] and len(pieces) > 1
    count = 0
    for number, (start, end) in enumerate(pieces):
        if (number and apposed) or count >= _MOST:
            return
        if not _CAP.search(text[start:end]) and not side_words().actors.search(text, start, end):
            continue
        if number and re.match(r"(?:a|an)\s", text[start:end]):
            continue
        lead = _LEAD.match(text[start:end])
        low_end = start + (lead.end() if lead else 0)
        if end > low_end:
            count += 1
            yield low_end, end


def sides_after(
    reading: Reading, sentence: Sentence, start: int, plover: str, *, both: bool = False
) -> tuple[Side, ...]:
    """Whom an act is done to: the first name or word for somebody behind it, and what is listed with that.

    With ``both`` whom it is done with comes first ("signed a pact on trade with ...").
    """
    text = reading.article.text
    stop = side_words().stops.search(text, start, sentence.end)
    end = stop.start() if stop and text[start : stop.start()].strip() else sentence.end
    found = None
    if both:
        partner = _WITH.search(text, start, end)
        found = first_actor(text, partner.end(), end, plain=False) if partner else None
    elif plover not in _STRIKES:
        against = side_words().against.search(text, start, sentence.end)
        found = first_actor(text, against.end(), sentence.end, plain=True) if against else None
    found = found or first_actor(text, start, end, plain=plover in _STRIKES)
    if found is None and plover in _REACHES:
        found = first_actor(text, end, sentence.end, plain=False)
    found = found or first_actor(text, start, end, plain=True)
    if found is None:
        return ()
    spans = [found, *listed_after(text, found[1], end)][:_MOST]
    return tuple(side_of(reading, a, b) for a, b in spans)


def side_of(reading: Reading, start: int, end: int) -> Side:
    """A side by its words, with the party they name."""
    text = reading.article.text
    while start < end - 1 and text[start] in " \t\n,":
        start += 1
    while end > start + 1 and text[end - 1] in " \t\n,.":
        end -= 1
    words = reading.article.quote(start, end)
    party = next((m for m in reading.parties if m.span.start < end and start < m.span.end), None)
    cited = Cited(party.party, (party.span,)) if party else None
    return Side(Cited(words.quote, (words,)), cited, _country(reading, start, end, cited))


def _country(reading: Reading, start: int, end: int, party: Cited[Party] | None) -> str | None:
    """The country a side's words tell: by its party, a nation's name or adjective, or a place in it."""
    if party is not None and party.value.country is not None:
        return party.value.country
    known = nations()
    words = words_of(reading.article.text, start, end)
    for at in range(len(words)):
        for index in (known.names, known.adjectives, known.people, known.seats):
            found = index.longest(words, at)
            if found is not None:
                return found[1].code
    place = next((m for m in reading.places if m.span.start < end and start < m.span.end), None)
    return place.place.country if place else None
