"""Reporting without a reporting verb in front: "according to", hearsay, nouns of saying, claims of responsibility."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...knowledge.speech import speech_words
from ...knowledge.syntax import small_words
from ...records.reading import Stance
from .clause import clause_around, clause_end, goes_on, phrase_after
from .drafts import Draft
from .subjects import subject_ending
from .view import OPENING, STOPS, View


def frames(view: View, made: Sequence[Draft]) -> list[Draft]:
    """Statements of one sentence that no reporting verb with its subject makes; ``made`` are those that one does."""
    return [
        *_sources(view, made),
        *_quoted(view),
        *_hearsay(view, made),
        *_nouns(view),
        *_responsibility(view),
        *_figures(view),
        *_labels(view),
    ]


def _hits(view: View, name: str) -> Iterator[re.Match[str]]:
    return speech_words().frames[name].finditer(view.text, view.sentence.start, view.sentence.end)


def _span(view: View, first: int, last: int) -> tuple[int, int]:
    return view.tokens[first].start, view.tokens[last - 1].end


def _sources(view: View, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "According to the mayor, C", "C, according to the mayor", "C, the agency reported, citing witnesses"."""
    for hit in _hits(view, "source"):
        first, after = view.at(hit.start()), view.at(hit.end())
        who = phrase_after(view, after)
        if who is None:
            continue
        for content in _both_sides(view, first, who[1]):
            yield Draft(view.sentence.index, content, hit.span(), Stance.ASSERTED, who)
    for hit in _hits(view, "citing"):
        first, after = view.at(hit.start()), view.at(hit.end())
        who = phrase_after(view, after)
        if who is None or (first and view.word(first - 1) not in STOPS) or view.word(who[1]) == "as":
            continue
        told = next((d for d in made if not d.factive and not d.content[0] <= hit.start() < d.content[1]), None)
        sides = [told.content] if told else _both_sides(view, first, who[1])
        for content in sides:
            yield Draft(view.sentence.index, content, hit.span(), Stance.ASSERTED, who, depth=1)


def _both_sides(view: View, first: int, end: int) -> list[tuple[int, int]]:
    """The clause before a phrase that names the source; at the front of its sentence, the clause after."""
    if view.word(end) in {"[", "("}:
        end = next((k + 1 for k in range(end, len(view.tokens)) if view.word(k) in {"]", ")"}), end)
    end = _after_name(view, end)
    before = first - 1 if view.word(first - 1) == "," else first
    start = _left_start(view, before)
    if before - start > 2 or (before > start and view.word(end) in {"", "."}):
        found = [_span(view, start, before)]
        broken = view.has_finite(end + 1, len(view.tokens)) and not view.has_finite(start, before)
        new = view.word(end + 1) in small_words().relatives | small_words().contrasts | {"and"}
        if view.word(end) == "," and not new and (broken or goes_on(view, end + 1)):
            found.append(_span(view, end + 1, clause_end(view, end + 1, stop_at_comma=False)))
        return found
    begin = end + 1 if view.word(end) == "," else end
    last = clause_end(view, begin, stop_at_comma=False)
    return [_span(view, begin, last)] if last > begin else []


def _after_name(view: View, end: int) -> int:
    """ "According to the minister, Juan Soto, three died": over the name beside the role."""
    if view.word(end) != ",":
        return end
    k = end + 1
    while k < len(view.tokens) and k - end < 6 and view.name(k):
        k += 1
    return k if k > end + 1 and view.word(k) == "," else end


def _left_start(view: View, before: int) -> int:
    """Where the clause before begins: after a semicolon, or a contrast with its comma."""
    for k in range(before - 1, 0, -1):
        if view.word(k) == ";" or (view.word(k) in {"but", "while", "though", "although"} and view.word(k - 1) == ","):
            return k + 1
    return 0


def _quoted(view: View) -> Iterator[Draft]:
    """ "Radio X quoted the army as saying C", "the minister was quoted by X as saying C", "S, quoted by X, said C"."""
    for hit in _hits(view, "quoted_as"):
        who, after = (view.at(hit.start("who")), view.at(hit.end("who"))), view.at(hit.end())
        content = _said(view, after)
        if content is not None and who[1] > who[0]:
            yield Draft(view.sentence.index, content, hit.span("cue"), _stance_of(hit.group("cue")), who, depth=1)
    for hit in _hits(view, "was_quoted"):
        said = _said(view, view.at(hit.end()))
        speaker = subject_ending(view, view.at(hit.start()))
        if said is None or speaker is None:
            continue
        yield Draft(view.sentence.index, said, hit.span("cue"), _stance_of(hit.group("cue")), speaker, depth=1)
        if hit.group("by"):
            by = view.at(hit.start("by")), view.at(hit.end("by"))
            whole = (view.tokens[speaker[0]].start, said[1])
            yield Draft(view.sentence.index, whole, (hit.start(), hit.start("by") - 1), Stance.ASSERTED, by)
    for hit in _hits(view, "quoted_by"):
        first, after = view.at(hit.start()), view.at(hit.end())
        source = phrase_after(view, after)
        if source is None or view.word(first - 1) != "," or view.word(source[1]) != ",":
            continue
        start, _ = clause_around(view, first - 1)
        yield Draft(
            view.sentence.index,
            _span(view, start, clause_end(view, source[1], stop_at_comma=False)),
            hit.span(),
            Stance.ASSERTED,
            source,
        )


def _stance_of(word: str) -> Stance:
    cues = speech_words().cues.get(word.lower().replace("having ", ""), ())
    return cues[0].family.stance if cues else Stance.ASSERTED


def _said(view: View, begin: int) -> tuple[int, int] | None:
    """What follows "as saying (that)"."""
    while view.word(begin) in {"that", ":", ","}:
        begin += 1
    last = clause_end(view, begin, stop_at_comma=False)
    return _span(view, begin, last) if last > begin else None


def _hearsay(view: View, made: Sequence[Draft]) -> Iterator[Draft]:
    for hit in _hits(view, "hearsay.adverb"):
        first = view.at(hit.start())
        aside = clause_end(view, first, stop_at_comma=True)
        apart = view.word(first - 1) == "," and view.word(aside) == ","
        content = _span(view, first, aside) if apart else _span(view, *clause_around(view, first))
        yield Draft(view.sentence.index, content, hit.span(), Stance.CLAIMED_UNVERIFIED)
    # What stands before a passive may be fact: "the attack is believed to have been the work of ...".
    for name, stance in (("hearsay.passive", Stance.CLAIMED_UNVERIFIED), ("hearsay.expected", Stance.PREDICTION)):
        for hit in _hits(view, name):
            begin = view.at(hit.start("to"))
            last = clause_end(view, begin, stop_at_comma=stance is Stance.PREDICTION)
            yield Draft(view.sentence.index, _span(view, begin, last), hit.span("cue"), stance)
    yield from _told_of(view, made)
    for hit in _hits(view, "hearsay.impersonal"):
        said = _said(view, view.at(hit.end()))
        if said is not None:
            sure = hit.group("cue").lower() in {"confirmed", "known"}
            stance = Stance.CONFIRMED if sure else Stance.CLAIMED_UNVERIFIED
            yield Draft(view.sentence.index, said, hit.span("cue"), stance)
    for hit in _hits(view, "hearsay.adjective"):
        begin = view.at(hit.end())
        who = phrase_after(view, begin)
        if view.kind(min(begin, len(view.tokens) - 1)) == "ADP":
            continue
        if who is not None and view.word(view.at(hit.start()) - 1) not in {"is", "are", "was", "were", "been"}:
            last = next((k for k in range(begin + 1, who[1]) if view.kind(k) == "ADP"), min(who[1], begin + 5))
            yield Draft(
                view.sentence.index, (hit.start(), view.tokens[last - 1].end), hit.span(), Stance.CLAIMED_UNVERIFIED
            )


def _told_of(view: View, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "Clashes were reported near the dam", "the raid was confirmed by the ministry", "they are accused of C"."""
    for hit in _hits(view, "told_of.reported"):
        first = view.at(hit.start())
        subject = subject_ending(view, first)
        if subject is None or view.word(subject[0]) == "no":
            continue
        content = view.tokens[subject[0]].start, view.tokens[clause_end(view, first, stop_at_comma=False) - 1].end
        yield Draft(view.sentence.index, content, hit.span("cue"), Stance.CLAIMED_UNVERIFIED)
    for hit in _hits(view, "told_of.by"):
        told, who = subject_ending(view, view.at(hit.start())), phrase_after(view, view.at(hit.end()))
        if told is not None and who is not None and view.word(told[1] - 1) not in speech_words().vessels:
            content = view.tokens[told[0]].start, view.tokens[who[0] - 1].start
            yield Draft(view.sentence.index, content, hit.span("cue"), _stance_of(hit.group("cue")), who)
    for hit in _hits(view, "told_of.accused"):
        begin = view.at(hit.start("of"))
        phrase = phrase_after(view, begin)
        if phrase is None or any(d.cue == hit.span("cue") for d in made):
            continue
        content = _span(view, *phrase)
        yield Draft(view.sentence.index, content, hit.span("cue"), Stance.CLAIMED_UNVERIFIED)


def _nouns(view: View) -> Iterator[Draft]:
    """ "the army's claim that C", "unconfirmed reports of C"."""
    taken: set[int] = set()
    for hit in _hits(view, "hearsay.noun"):
        taken.add(hit.start("cue"))
        content = _thing(view, hit) if hit.group("of").lower() != "that" else _said(view, view.at(hit.end()))
        if content is not None:
            yield Draft(view.sentence.index, content, hit.span("cue"), Stance.CLAIMED_UNVERIFIED)
    stances = speech_words().noun_stances
    for hit in _hits(view, "saying_noun"):
        first = view.at(hit.start("cue"))
        if hit.start("cue") in taken:
            continue
        content = _thing(view, hit) if hit.group("that").lower() != "that" else _said(view, view.at(hit.end()))
        stance = stances.get(hit.group("cue").lower().removesuffix("s"), Stance.ASSERTED)
        owner = _owner(view, first)
        if content is None or (owner is None and stance is Stance.ASSERTED) or view.finite(view.at(hit.end())):
            continue
        yield Draft(view.sentence.index, content, hit.span("cue"), stance, owner)


def _thing(view: View, hit: re.Match[str]) -> tuple[int, int] | None:
    """What a noun of saying is "of": the noun phrase and its participles, up to the main verb."""
    phrase = phrase_after(view, view.at(hit.end()))
    return _span(view, *phrase) if phrase else None


def _owner(view: View, noun: int) -> tuple[int, int] | None:
    """Whose saying it is: the possessor before the noun."""
    for i in range(noun - 1, max(-1, noun - 4), -1):
        word = view.word(i)
        if word in {"their", "his", "her", "its"}:
            return None
        if word.endswith(("'s", "’s", "s'", "s’")):
            return subject_ending(view, i + 1)
        if view.kind(i) not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None


def _responsibility(view: View) -> Iterator[Draft]:
    """ "The front took responsibility for C"; a claim of it is a reporting verb's own matter."""
    for hit in _hits(view, "responsibility"):
        if hit.group().lower().startswith(("claim", "has claim", "have claim", "had claim", "acknow", "admit")):
            continue
        content = _said(view, view.at(hit.end()))
        who = subject_ending(view, view.at(hit.start()))
        if content is not None and who is not None:
            yield Draft(view.sentence.index, content, hit.span("cue"), Stance.CLAIMED_UNVERIFIED, who)


def _figures(view: View) -> Iterator[Draft]:
    """ "Officials put the death toll at 34": the figure is theirs."""
    verbs = speech_words().cues
    for hit in _hits(view, "figures"):
        who = subject_ending(view, view.at(hit.start()))
        begin = view.at(hit.start("what"))
        last = clause_end(view, begin, stop_at_comma=False)
        joined = (k for k in range(begin + 1, last) if view.word(k) in {"and", "but"} and view.word(k + 1) in verbs)
        last = next(joined, last)
        if who is not None:
            yield Draft(view.sentence.index, _span(view, begin, last), hit.span("cue"), Stance.ASSERTED, who)


def _labels(view: View) -> Iterator[Draft]:
    """Headlines: "Police: gunmen kill four", "Gunmen kill four: police"."""
    colons = [k for k, word in enumerate(view.low) if word == ":"]
    last = len(view.tokens) - (1 if view.word(len(view.tokens) - 1) == "." else 0)
    if len(colons) != 1 or not 0 < colons[0] < last - 1 or any(d in view.low for d in OPENING):
        return
    if last < len(view.tokens):
        return
    colon = colons[0]
    sides = (((0, colon), (colon + 1, last)), ((colon + 1, last), (0, colon)))
    for who, said in sides:
        if who[1] - who[0] <= 4 and said[1] - said[0] > 2 and view.word(who[1] - 1) in speech_words().sources:
            cue = view.tokens[colon].start, view.tokens[colon].end
            yield Draft(view.sentence.index, _span(view, *said), cue, Stance.ASSERTED, who)
            return
