"""Who speaks: the noun phrase before a reporting verb, or after it where it is turned round."""

from __future__ import annotations

from ...knowledge.lexicon import closed_classes
from ...knowledge.speech import speech_words
from ...knowledge.syntax import small_words
from .cues import FoundCue, when_at
from .view import CLOSING, DASHES, QUOTES, STOPS, View

_LONGEST = 22
_TURNED_END = frozenset(
    ("who", "which", "when", "while", "as", "after", "before", "adding", "saying", "during", "because")
)


def subject_before(view: View, cue: FoundCue) -> tuple[int, int] | None:
    """Tokens ``[first, last)`` of the subject that ends where the verb group begins."""
    end = cue.group
    word = view.word(end - 1)
    if word in small_words().relatives or (word == "that" and cue.first == end):
        return _antecedent(view, end - (2 if view.word(end - 2) == "," else 1))
    if word == "," or word in DASHES:
        end = _before_aside(view, end - 1)
    if end <= 0:
        return None
    if view.word(end - 1) in {")", "]"}:
        end = _before_bracket(view, end - 1)
    return _phrase(view, end)


def _antecedent(view: View, end: int) -> tuple[int, int] | None:
    """Who "who" is: the noun phrase before it, back to its own determiner where a verb governs it."""
    if view.word(end - 1) in {")", "]"}:
        end = _before_bracket(view, end - 1)
    phrase = _phrase(view, end) if end > 0 else None
    if phrase is not None or end <= 0:
        return phrase
    for i in range(end - 1, max(-1, end - 12), -1):
        if view.kind(i) == "DET":
            return i, end
        if view.word(i) in STOPS - {")", "]", "(", "["} or view.finite(i):
            return (i + 1, end) if i + 1 < end else None
    return None


def main_subject(view: View, start: int, last: int) -> tuple[int, int] | None:
    """The subject of the first clause in ``[start, last)``: what stands before its first finite verb."""
    for i in range(start + 1, last):
        if view.finite(i):
            end = i
            while end > start and view.word(end - 1) in small_words().adverbs:
                end -= 1
            if view.word(end - 1) == ",":
                end = _before_aside(view, end - 1)
            return _phrase(view, end) if end > start else None
    return None


def subject_ending(view: View, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token ``end``, over auxiliaries and a comma's aside."""
    small = small_words()
    while end > 0 and (view.word(end - 1) in small.auxiliaries | small.adverbs or when_at(view, end - 1)):
        end -= 1
    if view.word(end - 1) in small.relatives:
        end -= 1
    if view.word(end - 1) == ",":
        end = _before_aside(view, end - 1)
    return _phrase(view, end) if end > 0 else None


def _before_aside(view: View, comma: int) -> int:
    """ "the spokesman, Col. Ali, said": where the words before the aside end; 0 where there is no aside."""
    mark = view.word(comma)
    for i in range(comma - 1, max(-1, comma - 30), -1):
        if view.word(i) in QUOTES | {";", ":"}:
            return 0
        if view.word(i) == mark:
            aside = view.word(i + 1)
            if closed_classes().get(aside) in {"SCONJ", "CCONJ"} and aside != "as":
                return 0
            if aside not in small_words().relatives and _clause(view, i + 1, comma):
                return 0
            return i
    return 0


def _clause(view: View, first: int, last: int) -> bool:
    """Whether a verb that is surely finite stands in the tokens; a mere participle makes no clause."""
    return any(view.word(k) in small_words().finite or _reports(view, k) for k in range(first, last))


def _before_bracket(view: View, close: int) -> int:
    opening = "(" if view.word(close) == ")" else "["
    for i in range(close - 1, -1, -1):
        if view.word(i) == opening:
            return i
    return 0


def _phrase(view: View, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at token ``end``."""
    small = small_words()
    object_of = end > 1 and view.finite(end - 2) and not _reports(view, end - 2)
    if view.word(end - 1) in small.pronouns | small.first_person | small.indefinite and not object_of:
        return end - 1, end
    start = end
    joined = None
    while start > 0 and end - start < _LONGEST:
        i = start - 1
        word = view.word(i)
        if word in {")", "]"}:
            start = _before_bracket(view, i)
            continue
        if word in STOPS or (word in small.openers and not _determiner(view, i)):
            break
        reports = _reports(view, i)
        relative = _relative(view, i) if reports or view.finite(i) else None
        if relative is not None:
            return _phrase(view, relative)
        if reports:
            start = joined if joined is not None else start
            break
        if view.finite(i) and not (view.name(i) and i > 0):
            if joined is not None:
                # Across "and" stood another clause, not another speaker.
                start = joined
                break
            if view.word(i + 1) not in small.role_prepositions or view.word(i) in small.auxiliaries:
                return None
            # "a statement issued by the army": the participle belongs to the name.
        if word == "and":
            joined = start
        start = i
    start = _trimmed(view, start, end)
    if start >= end or not any(view.kind(i) in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"} for i in range(start, end)):
        return None
    return start, end


def _reports(view: View, i: int) -> bool:
    """A reporting verb before the phrase: what follows it is a clause with its own subject."""
    if i == 0 or closed_classes().get(view.word(i - 1)) in {"DET", "ADP"} or (view.name(i) and i > 0):
        return False
    cues = speech_words().cues.get(view.word(i), ())
    opens = view.word(i + 1) in {"to", "that", "the", "a", "an", "it", "they", "he", "she"}
    plural = view.word(i - 1).endswith("s") and any(c.form == "base" and "clause" in c.family.takes for c in cues)
    return plural or any(c.form == "past" or (c.form == "third" and (opens or not c.family.nominal)) for c in cues)


def _relative(view: View, verb: int) -> int | None:
    """ "officers who had been searching said": where the relative clause of a finite verb begins."""
    for i in range(verb - 1, max(-1, verb - 4), -1):
        if view.word(i) in STOPS:
            return None
        if view.word(i) in small_words().relatives | {"that"} and i > 0 and view.kind(i - 1) in {"NOUN", "PROPN"}:
            return i
    return None


def _determiner(view: View, i: int) -> bool:
    """ "that official said": "that" before a noun at the start of its clause."""
    return view.word(i) == "that" and (i == 0 or view.word(i - 1) in STOPS)


def _trimmed(view: View, start: int, end: int) -> int:
    """Drop opening adverbs and phrases of time and place: "On Sunday in Kabul the army"."""
    small = small_words()
    moved = True
    while moved and start < end:
        moved = False
        if view.word(start) in {"this", "last", "next"} and view.word(start + 1) in small.spells:
            start, moved = start + 2, True
        elif closed_classes().get(view.word(start)) == "ADP" or view.word(start) in {"late", "early"}:
            after = _after_phrase(view, start, end)
            if after is None:
                return start + 1 if end - start == 2 else end
            start, moved = after, True
        elif view.word(start) in small.skippable | small.weekdays | small.adverbs - {"all", "both"}:
            start, moved = start + 1, True
    return start


def _after_phrase(view: View, start: int, end: int) -> int | None:
    """Where the phrase that a preposition opens ends and a subject begins."""
    small = small_words()
    for i in range(start + 2, end):
        before = view.word(i - 1)
        if closed_classes().get(before) == "ADP" or before in {"and", "a", "an", "the"}:
            continue
        if view.kind(i) == "DET" or view.word(i) in small.pronouns or before in small.weekdays:
            return i
        turns = view.name(i - 1) and not view.name(i) and closed_classes().get(view.word(i)) != "ADP"
        if turns or (before.isdigit() and view.name(i)):
            return i
    return None


def subject_after(view: View, cue: FoundCue) -> tuple[int, int] | None:
    """The subject that follows its verb: "..., said the mayor of the town"."""
    if not (
        cue.group == cue.first and cue.first > 0 and view.word(cue.first - 1) in CLOSING | DASHES | {",", "?", "!"}
    ):
        return None
    if view.word(cue.first - 1) in {","} | DASHES and not _stands_alone(view, cue):
        return None
    end = cue.last
    if end >= len(view.tokens) or view.word(end) in {"that", "to", "in", "on", "at", "of", "it"}:
        return None
    if view.word(end) in small_words().pronouns:
        return None if view.finite(end + 1) or end + 1 >= len(view.tokens) else (end, end + 1)
    while end < len(view.tokens) and end - cue.last < _LONGEST:
        word = view.word(end)
        if word in STOPS | _TURNED_END or word == "." or view.finite(end) or word in small_words().weekdays:
            break
        if word in {"today", "yesterday", "tonight", "later"}:
            break
        if word in {"on", "in", "at", "during", "by", "to", "after"} and not _belongs(view, cue.last, end):
            break
        end += 1
    while end > cue.last and closed_classes().get(view.word(end - 1)) in {"ADP", "CCONJ"}:
        end -= 1
    if end == cue.last or view.finite(end):
        return None
    return cue.last, end


def _stands_alone(view: View, cue: FoundCue) -> bool:
    """Whether a clause, and no name with its aside, stands before a comma: "X, who leads it, urged" is none."""
    if cue.cue.family.takes & {"whom", "infinitive"} or not view.has_finite(0, cue.first - 1):
        return False
    aside = _before_aside(view, cue.first - 1)
    return not (aside and view.word(aside + 1) in small_words().relatives)


def _belongs(view: View, start: int, i: int) -> bool:
    """ "a doctor in the town": a place after a lower-case role noun belongs to the name; a time never."""
    after = view.word(i + 1)
    if view.word(i) not in {"in", "at"} or after in small_words().weekdays or after in {"a", "an"}:
        return False
    return not any(view.name(k) for k in range(start + 1, i))


def head_of(view: View, who: tuple[int, int]) -> int:
    """The head noun: the last word before a preposition, a bracket or a comma."""
    small = small_words()
    first = who[0] + 1
    if view.word(who[0]) in small.quantities or (view.word(who[0] + 1) in small.quantities and who[1] - who[0] > 2):
        # "hundreds of mourners": the noun comes after.
        first = next((i + 2 for i in range(who[0], who[1]) if view.word(i) == "of"), first)
    for i in range(first, who[1]):
        if view.word(i) in small.role_prepositions or view.word(i) in STOPS - {"-"}:
            return i - 2 if i - 2 >= who[0] and view.finite(i - 1) and view.word(i - 1).endswith("ed") else i - 1
    return who[1] - 1
