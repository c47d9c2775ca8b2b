"""Control claims: who holds, took, lost, entered or besieges a place, from whom, and by whose word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.control_words import ControlPhrase, control_words
from ...knowledge.names import fold
from ...records.claim import ControlClaim, Said
from ...records.party import Party, PartyKind
from ...records.place import Place
from ...records.reading import Reading, Sentence, Stance
from ...records.text import Cited, Span
from ..attribution import said_for
from ..clauses import inside
from ..frames import held_holders, held_pattern, subject_of
from ..identity import claim_id
from ..names import actors_in
from ..relevance import conflict_context
from .places import more_places, named_subject, object_places, subject_places
from .takers import taker_before
from .times import as_of
from .told import object_told, subject_told

_CUE = re.compile(
    r"captur|seiz|t(?:ake|aking|aken|ook)|control|regain|reclaim|recover|occup|conquer|liberat|annex|overr[au]n|secur|clear|wrest|won back"
    r"|h[eo]ld|hands? of|flag|fell|fall|stronghold|bastion|redoubt|enclave|outpost|rule|lost?\b|loses|losing|ced|surrender|yield|hand|relinquish"
    r"|dr[io]v|expel|oust|flush|rout|evict|dislodg|purg|chas|eject|return|transfer|withdr|retreat|pull|fle[ed]|depart|driven|forced|pushed|vacat|abandon|evacuat|left|quit|enter|storm|into|inside|penetrat|invad|for "
    r"|besieg|encircl|surround|siege|blockad|closing|cut|sever|block|gains?|territory|front ?line|advance|entrench|deploy|dug in|in possession|back in|rolled",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\s*(?:from\s+[\w'’ -]{1,40}?\s+)?(?:(?:over|in|above)\s[^,;.]{1,50}?\s)?(?:,?\s*(?:earlier|late|on|last)\s+[\w\s]{0,20})?\s*,?\s*\bby\s+(?:[\w'’-]+\s+){0,4}?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^[^,;.]{0,45}?\bfrom\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
_FROM_OR_OF = re.compile(r"^[^,;.]{0,45}?\b(?:from|of)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
_TO = re.compile(r"^[^,;.]{0,45}?\bto\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
# "withdrew from X, handing the post to Y", "leaving it in Y's hands".
_HANDING = re.compile(
    r"^[^;.]{0,40}?\b(?:hand|ced|leav|turn|yield|surrender|abandon|giv)ing\s+(?:\w+\s+){0,5}?(?:to|in(?:to)?)\s+(?:the\s+hands\s+of\s+)?(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
# "completed the capture of", "claimed the seizure of": the subject's own doing.
_ACHIEVED = re.compile(
    r"\b(?:complet|claim|announc|celebrat|hail|proclaim|report|declar|confirm|finish|achiev)\w*\s+(?:the|its|their|his)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "The town fell": nobody is named.
_ALONE = re.compile(r"(?:(?:has|have|had)\s+)?(?:fell|fallen|falls)$", re.IGNORECASE)
# "was retaken": by others than those who took places before.
_AGAIN = re.compile(r"\b(?:re|won\s+back|took\s+back|taken\s+back|liberat|clear|secur)", re.IGNORECASE)
_BY_OR_TO = re.compile(r"^[^,;.]{0,30}?\b(?:by|to)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
_NEXT = re.compile(r"^\s*(?:[\w'’-]+\s+){0,3}$")
_OUT = re.compile(r"\s+(?:\w+\s+){0,2}?(?:out\s+of|back\s+from|away\s+from|from)\b", re.IGNORECASE)
# "the newly captured areas": the verb is an adjective and tells nothing new.
_ADJECTIVE = re.compile(
    r"\b(?:newly|recently|freshly|the|their|its|all|other|some|in|of|from|into|inside|near|to|across|around|throughout)\s+$",
    re.IGNORECASE,
)
# "with its conquest of": the subject's own.
_OF_ITS = re.compile(r"\b(?:its|their|his)\s+$", re.IGNORECASE)


def control_claims(reading: Reading) -> tuple[ControlClaim, ...]:
    """All control claims of a reading in text order, one for each place of a list."""
    if not conflict_context(reading):
        return ()
    found: dict[str, ControlClaim] = {}
    for sentence in reading.sentences:
        text = reading.article.text
        if not _CUE.search(text, sentence.start, sentence.end):
            continue
        for claim in _in_sentence(reading, sentence):
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[ControlClaim]:
    text = reading.article.text
    adjectives = list(_held(reading, sentence))
    yield from (claim for _, claim in adjectives)
    hits = [
        (hit, phrase)
        for phrase in control_words().phrases
        for hit in phrase.words.finditer(text, sentence.start, sentence.end)
    ]
    taken = [span for span, _ in adjectives]
    # The longest words say most: "lost control of" before "control".
    for hit, phrase in sorted(hits, key=lambda pair: pair[0].start() - pair[0].end()):
        if any(hit.start() < high and low < hit.end() for low, high in taken):
            continue
        claims = list(_claims(reading, sentence, phrase, reading.article.quote(hit.start(), hit.end())))
        if claims:
            taken.append(hit.span())
        yield from claims


def _claims(reading: Reading, sentence: Sentence, phrase: ControlPhrase, verb: Span) -> Iterator[ControlClaim]:
    """The claims of one phrase by its frame; none where a place or an actor it needs is not there."""
    text = reading.article.text
    if _ADJECTIVE.search(text[max(sentence.start, verb.start - 12) : verb.start]) and verb.quote.lower().endswith("ed"):
        return
    if phrase.frame == "change":
        yield from _unchanged(reading, sentence, phrase, verb)
        return
    if phrase.frame == "expel":
        places, holder, former = _expelled(reading, sentence, verb)
    else:
        places, holder, former = _placed(reading, sentence, phrase, verb)
    if places and (holder or former):
        for claim in _built(reading, sentence, phrase.kind, verb, places, holder, former):
            yield replace(claim, said=replace(claim.said, stance=Stance.BACKGROUND)) if phrase.background else claim


_Frame = tuple[tuple[Cited[Place], ...], Cited[Party] | None, Cited[Party] | None]
_NONE: _Frame = ((), None, None)


def _placed(reading: Reading, sentence: Sentence, phrase: ControlPhrase, verb: Span) -> _Frame:
    """Places, holder and former holder about the words of a frame."""
    text = reading.article.text
    after = object_places(reading, sentence, verb, land=phrase.land) or object_told(reading, sentence, verb)
    before = subject_places(reading, sentence, verb) or subject_told(reading, sentence, verb)
    past = _end(after, verb)
    if phrase.frame == "fall":
        moved = re.search(r"fell|fall|surrender|capitul|yield|pass|hands of", verb.quote, re.IGNORECASE)
        alone = _ALONE.match(verb.quote) is not None
        if moved:
            before = more_places(before, named_subject(reading, sentence, verb, sure=not alone))
        if alone:
            return before, taker_before(reading, sentence, verb), None
        return before, _party_after(reading, sentence, verb.end, _NEXT), None
    if phrase.frame == "hands":
        own = inside(reading.parties, verb.start, verb.end)
        return (before or after, Cited(own[0].party, (own[0].span,)), None) if own else _NONE
    if phrase.frame == "noun":
        holder = _party_after(reading, sentence, past, _BY_OR_TO) or _owner(reading, sentence, verb)
        if holder is None and _OF_ITS.search(text, max(sentence.start, verb.start - 12), verb.start):
            holder = subject_of(reading, sentence, verb.start)
        done = _ACHIEVED.search(text, max(sentence.start, verb.start - 40), verb.start)
        if holder is None and done is not None:
            holder = subject_of(reading, sentence, done.start())
        return (after, holder, None) if holder else _NONE
    if phrase.frame in {"lose", "leave"}:
        former = subject_of(reading, sentence, verb.start)
        if phrase.frame == "lose":
            holder = _party_after(reading, sentence, past, _TO)
        else:
            holder = (
                _party_after(reading, sentence, verb.start, _BY)
                or _party_after(reading, sentence, past, _BY)
                or _party_after(reading, sentence, past, _HANDING)
            )
        return (after, holder, former) if former else _NONE
    if after:
        holder = subject_of(reading, sentence, verb.start)
        return (after, holder, _former(reading, sentence, verb, past)) if holder else _NONE
    if phrase.frame == "take":
        before = more_places(before, named_subject(reading, sentence, verb, sure=phrase.land))
        holder = _party_after(reading, sentence, verb.end, _BY)
        if holder is None and before and not _AGAIN.match(verb.quote):
            holder = taker_before(reading, sentence, verb)
        return before, holder, _former(reading, sentence, verb, verb.end)
    return _NONE


def _end(places: tuple[Cited[Place], ...], verb: Span) -> int:
    return max(
        (s.end for p in places for s in p.evidence if isinstance(s, Span) and s.start >= verb.end), default=verb.end
    )


def _former(reading: Reading, sentence: Sentence, verb: Span, start: int) -> Cited[Party] | None:
    """From whom: "from X", and "of X" after words of freeing."""
    freed = re.search(r"liberat|clear|cleans|rid", verb.quote, re.IGNORECASE)
    return _party_after(reading, sentence, start, _FROM_OR_OF if freed else _FROM)


def _owner(reading: Reading, sentence: Sentence, verb: Span) -> Cited[Party] | None:
    """The party whose act a noun tells: "the Taliban's capture of", "the government loss of"."""
    text = reading.article.text
    for mention in inside(reading.parties, sentence.start, verb.start):
        if re.fullmatch(r"(?:['’]s?)?\s+(?:\w+\s+)?", text[mention.span.end : verb.start]):
            return Cited(mention.party, (mention.span,))
    return None


def _expelled(reading: Reading, sentence: Sentence, verb: Span) -> _Frame:
    """ "The army drove the rebels out of X"."""
    text = reading.article.text
    former = _party_after(reading, sentence, verb.end, _NEXT)
    if former is None:
        return _NONE
    span = former.evidence[-1]
    out = _OUT.match(text, span.end, sentence.end) if isinstance(span, Span) else None
    if out is None:
        return _NONE
    places = object_places(reading, sentence, reading.article.quote(out.start(), out.end()))
    return places, subject_of(reading, sentence, verb.start), former


def _unchanged(reading: Reading, sentence: Sentence, phrase: ControlPhrase, verb: Span) -> Iterator[ControlClaim]:
    who, speaker = subject_of(reading, sentence, verb.start), said_for(reading, verb).speaker
    if who is not None and speaker is not None and who.value.id == speaker.value.id:
        who = None  # who says so is no one who gained nothing
    near = inside(reading.places, verb.end, sentence.end)[:1]
    places = tuple(Cited(m.place, (m.span,)) for m in near)
    yield from _built(reading, sentence, phrase.kind, verb, places or (None,), who, None)


def _built(
    reading: Reading,
    sentence: Sentence,
    kind: str,
    verb: Span,
    places: tuple[Cited[Place] | None, ...],
    holder: Cited[Party] | None,
    former: Cited[Party] | None,
) -> Iterator[ControlClaim]:
    kind, said = _mood(reading, sentence, kind, verb, holder)
    words = (reading.article.quote(sentence.start, sentence.end),)
    when = as_of(reading, sentence, verb)
    for place in places:
        if holder is None and former is None and place is None and kind != "no_change":
            continue
        values = (kind, place.value.name if place else None, holder.value.id if holder else None)
        yield ControlClaim(
            claim_id(reading.article.id, "control", words, values),
            reading.article.id,
            said,
            words,
            kind,
            place,
            holder,
            former,
            when,
        )


def _mood(reading: Reading, sentence: Sentence, kind: str, verb: Span, holder: Cited[Party] | None) -> tuple[str, Said]:
    """Kind and stance by what leads up to the verb: a wish, a failure, the taker's own claim, or plain telling."""
    words, said = control_words(), said_for(reading, verb)
    lead = reading.article.text[max(sentence.start, verb.start - 90) : verb.start]
    if words.failed.search(lead):
        return "no_change", said
    if words.wish.search(lead):
        return "aspiration", replace(said, stance=Stance.ASPIRATION)
    own = words.claimed.search(lead) or re.match(r"claim", verb.quote, re.IGNORECASE)
    if own and holder is not None and said.stance is Stance.NARRATED:
        return kind, replace(said, stance=Stance.CLAIMED_UNVERIFIED, speaker=holder)
    return kind, said


def _party_after(reading: Reading, sentence: Sentence, start: int, lead: re.Pattern[str]) -> Cited[Party] | None:
    """The first party after a position whose lead-in matches."""
    text = reading.article.text
    for mention in actors_in(reading, sentence, start, sentence.end):
        if lead.search(text[start : mention.span.start]):
            return Cited(mention.party, (mention.span,))
    hit = control_words().bearers.search(text, start, min(sentence.end, start + 80))
    if hit is None or not lead.search(text[start : hit.start()]):
        return None
    span = reading.article.quote(hit.start(), hit.end())
    return Cited(
        Party(f"text:{fold(span.quote)}", " ".join(span.quote.split()), PartyKind.OTHER, umbrella=True), (span,)
    )


def _held(reading: Reading, sentence: Sentence) -> Iterator[tuple[tuple[int, int], ControlClaim]]:
    """ "rebel-held Taiz": told by the way, so as background; with the offsets of the words."""
    text, article = reading.article.text, reading.article
    for hit in held_pattern().finditer(text, sentence.start, sentence.end):
        verb = article.quote(hit.start(), hit.end())
        holder = _named_holder(reading, hit.start("holder"), hit.end("holder"), sure=bool(hit["verb"]))
        if holder is None:
            continue
        kind = "besieged" if (hit["verb"] or "").lower() == "besieged" else "control"
        for place in object_places(reading, sentence, verb, of_site=True):
            # Whoever speaks takes this for granted; nobody asserts it here.
            said = replace(said_for(reading, verb), stance=Stance.BACKGROUND)
            words = (article.quote(verb.start, max(s.end for s in place.evidence if isinstance(s, Span))),)
            key = claim_id(article.id, "control", words, (kind, place.value.name, holder.value.id))
            yield hit.span(), ControlClaim(key, article.id, said, words, kind, place, holder)


def _named_holder(reading: Reading, start: int, end: int, *, sure: bool) -> Cited[Party] | None:
    """The party before the hyphen: as marked, else by its own words; without a hyphen only as marked."""
    for mention in reading.parties:
        if mention.span.start < end and start < mention.span.end:
            return Cited(mention.party, (mention.span,))
    span = reading.article.quote(start, end)
    if not sure and span.quote.lower() not in held_holders():
        return None
    umbrella = span.quote.islower()
    return Cited(Party(f"text:{fold(span.quote)}", span.quote, PartyKind.OTHER, umbrella=umbrella), (span,))
