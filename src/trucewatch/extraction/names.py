"""Who is named in a stretch of text beyond the marked parties: unknown names, countries that act, nations in a list."""

from __future__ import annotations

import re
from functools import cache

from ..knowledge.lexicon import closed_classes
from ..knowledge.names import fold
from ..knowledge.parties import nations
from ..knowledge.phrase_rows import load_phrases
from ..knowledge.phrases import words_of
from ..records.party import Party, PartyKind
from ..records.place import Level
from ..records.reading import PartyMention, PlaceMention, Reading, Sentence
from .clauses import inside

# A name that no table has: capitals in running text, an acronym or several words.
_NAME = re.compile(
    r"(?<![\w’'-])(?:[A-Z][\w'’-]*[a-z][\w’-]*|[A-Z][A-Z\d-]+)(?:\s+(?:(?:al|bin|de|ibn|van|von|el)[\s-])?[A-Z][\w’-]+)*"
)
_ACTS = re.compile(
    r"\s+(?:and\s+(?:[A-Z]|the\s)|met|meets|held|holds|spoke|flew|arrived|travel\w+|visited|will|would|has|had|is|said|told|took|seized|captured|entered|left)\b"
)
_NATIONS = re.compile(r"(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:,\s+and\s+|,\s+|\s+and\s+|\s+AND\s+))+$")


def named_in(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[PartyMention, ...]:
    """Parties of a stretch, and beside them capitalised names that nothing else explains, in text order.

    In upper-case text capitals tell nothing and no name is guessed; nor from a lone word that opens the sentence.
    """
    parties = inside(reading.parties, start, end)
    text = reading.article.text
    if text[sentence.start : sentence.end].isupper():
        return parties
    known = [m.span for m in parties]
    known += [m.span for m in inside(reading.places, start, end)]
    known += [m.span for m in inside(reading.times, start, end)]
    found = list(parties)
    for hit in _NAME.finditer(text, start, end):
        lone = " " not in hit.group() and not hit.group().isupper()
        if fold(hit.group()) in _calendar() or any(k.start < hit.end() and hit.start() < k.end for k in known):
            continue
        opens = hit.start() == sentence.start or text[hit.start() - 1] in "\"“‘'(["
        if lone and opens and not _opening_name(text, hit):
            continue
        led = re.search(r"-(?:led|backed|brokered|mediated|sponsored|held|controlled|based|hosted)$", hit.group())
        skip = len("The ") if re.match(r"The\s\S", hit.group()) else 0
        span = reading.article.quote(hit.start() + skip, hit.end() - (len(led.group()) if led else 0))
        found.append(
            PartyMention(span, Party(f"text:{fold(span.quote)}", " ".join(span.quote.split()), PartyKind.OTHER))
        )
    return tuple(sorted(found, key=lambda m: m.span.start))


def _opening_name(text: str, hit: re.Match[str]) -> bool:
    """Whether a lone word that opens a sentence is a name: it acts, and is no common word here or anywhere."""
    word = hit.group()
    if word.endswith(("ing", "s")) or word.lower() in closed_classes() or not _ACTS.match(text, hit.end()):
        return False
    return not re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text)


def nations_before(reading: Reading, sentence: Sentence, position: int) -> tuple[PartyMention, ...]:
    """States by their adjectives in a list right before a word ("Thai and" before "Cambodian ministers")."""
    text = reading.article.text
    hit = _NATIONS.search(text, max(sentence.start, position - 60), position)
    if hit is None:
        return ()
    words = words_of(text, hit.start(), hit.end())
    found: list[PartyMention] = []
    at = 0
    while at < len(words):
        known = nations().adjectives.longest(words, at)
        if known is None:
            at += 1
            continue
        end, nation = known
        span = reading.article.quote(words[at].start, words[end - 1].end)
        found.append(PartyMention(span, nation.party, adjectival=True))
        at = end
    return tuple(found)


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load_phrases("talks.toml")["names"]["none"])


def actors_in(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[PartyMention, ...]:
    """Parties and names of a stretch, with countries that stand as actors where no party covers them, in text order."""
    parties, text = named_in(reading, sentence, start, end), reading.article.text
    states = [
        _state(m)
        for m in inside(reading.places, start, end)
        if m.place.level is Level.COUNTRY
        and not (m.span.quote == "US" and text[sentence.start : sentence.end].isupper())
        and not any(p.span.start < m.span.end and m.span.start < p.span.end for p in parties)
    ]
    seats = [m for place in inside(reading.places, start, end) for m in _capital(text, start, place, parties)]
    return tuple(sorted((*parties, *states, *seats), key=lambda m: m.span.start))


def _capital(
    text: str, start: int, mention: PlaceMention, parties: tuple[PartyMention, ...]
) -> tuple[PartyMention, ...]:
    """The government that a capital stands for where it is one of two sides ("talks between Manila and the rebels")."""
    if not _SIDE.search(text[max(start, mention.span.start - 110) : mention.span.start]):
        return ()
    if any(p.span.start < mention.span.end and mention.span.start < p.span.end for p in parties):
        return ()
    words = words_of(text, mention.span.start, mention.span.end)
    known = nations().seats.longest(words, 0)
    return (PartyMention(mention.span, known[1].party),) if known and known[0] == len(words) else ()


# Not between cities alone, which may be where one travels.
_SIDE = re.compile(
    r"\b(?:talks|negotiations?|dialogue|meetings?|summit|contacts?|consultations|truce|cease-?fire|agreement|accord)\b[^,;.]{0,30}?\bbetween\s+(?:\S[^,;.]{0,45}?\sand\s+)?$",
    re.IGNORECASE,
)


def _state(mention: PlaceMention) -> PartyMention:
    place = mention.place
    party = Party(f"text:{fold(place.name)}", place.name, PartyKind.GOVERNMENT, place.country)
    return PartyMention(mention.span, party)
