"""Where what is said begins after a reporting verb, by what the verb takes."""

from __future__ import annotations

from ...knowledge.lexicon import closed_classes
from ...knowledge.speech import speech_words
from ...knowledge.syntax import small_words
from .drafts import Placed
from .view import CLOSING, OPENING, QUOTES, STOPS, View

_ADDRESSEES = frozenset(
    ("him", "her", "them", "us", "me", "reporters", "journalists", "newsmen", "lawmakers", "parliament")
)
_QUANTITIES = frozenset(("at least", "at most", "up to", "more than", "in all", "in total", "at around", "at about"))
_ABOUT = frozenset(("about", "around", "over", "under", "nearly", "between", "among", "both", "despite", "without"))
_BLAMING = {"accuse": "of", "suspect": "of", "denounce": "for", "blame": "for", "fault": "for", "charge": "with"}


def opening(view: View, placed: Placed) -> int | None:
    """First token of the right content, by what the verb takes."""
    takes = placed.cue.cue.family.takes
    i = placed.end
    if placed.turned:
        return _resumed(view, i)
    if "told" in takes:
        return _after_addressee(view, i)
    i = after_setting(view, i)
    word = view.word(i)
    if word in {"", "."}:
        return None
    if "blame" in takes:
        return i if {_BLAMING.get(placed.cue.cue.lemma, "of"), "for", "on"} & set(view.low[i : i + 25]) else None
    that = _that(view, i)
    if that is not None and takes & {"clause", "told", "that"}:
        return that
    if word == ":" or (word == "," and view.word(i + 1) in QUOTES):
        return i + 1 if i + 1 < len(view.tokens) else None
    if word == ",":
        return None
    if word in OPENING:
        return i
    if word == "to" and takes & {"infinitive", "whom"}:
        return i
    if word in STOPS or word in {"by", "of"}:
        return None
    if "that" in takes or not _admits(view, placed, i):
        return None
    bare = "clause" in takes and not takes & {"thing", "whom", "ing", "infinitive"}
    if bare and placed.cue.cue.lemma not in {"say", "add"} and not view.has_finite(i, len(view.tokens)):
        return None
    return i


def _admits(view: View, placed: Placed, i: int) -> bool:
    """Whether the words at ``i`` can be what is said: a clause or a thing, and no mere adverbial."""
    kind = closed_classes().get(view.word(i))
    if kind == "ADP":
        # "said in the north three died": a clause still has its verb.
        pair = f"{view.word(i)} {view.word(i + 1)}"
        if pair in _QUANTITIES or view.word(i) in _ABOUT:
            return True
        free = view.word(placed.start - 1) not in {","} | CLOSING
        return (
            "clause" in placed.cue.cue.family.takes
            and free
            and view.word(i) not in {"to", "after", "before", "during", "since", "by"}
            and view.has_finite(i, len(view.tokens))
        )
    if kind in {"CCONJ", "SCONJ"}:
        free = view.word(placed.start - 1) not in {","} | CLOSING
        joined = {"if", "whether"} | ({"when", "where"} if free else set())
        return view.word(i) in joined and view.has_finite(i, len(view.tokens))
    return True


def _resumed(view: View, i: int) -> int | None:
    """After "..., said X," a second quotation may follow; nothing else does."""
    i = after_setting(view, i)
    for k in range(i, min(i + 25, len(view.tokens))):
        if view.word(k) in OPENING and view.word(k - 1) in STOPS:
            return k
        if view.word(k) == ":":
            return k + 1 if k + 1 < len(view.tokens) else None
    return None


def after_setting(view: View, i: int) -> int:
    """Skip what tells of the saying: "in a statement on Sunday"."""
    pattern = speech_words().frames["setting"]
    while i < len(view.tokens):
        hit = pattern.match(view.text, view.tokens[i - 1].end, view.sentence.end)
        if hit is None or not hit.group().strip():
            break
        i = view.at(hit.end())
    return i


def _that(view: View, i: int, *, told: bool = False) -> int | None:
    """Token after a "that" which opens the content: at ``i``, or after settings or those who are told."""
    for k in range(i, min(i + 16, len(view.tokens) - 1)):
        word = view.word(k)
        if word == "that" and view.word(k + 1) in small_words().takes_up:
            # "disputed that account": it points.
            return None
        if word == "that":
            # "said, testing a truce that took effect": after a noun and before a verb, "that" opens no statement.
            if k > i and view.finite(k + 1):
                return None
            settled = (
                k == i
                or told
                or (view.kind(i) == "ADP" and view.word(i) != "to")
                or (view.word(i) == "," and view.word(k - 1) == ",")
            )
            return k + 1 if settled else None
        if word in QUOTES | {";", ":", "."} or (k > i and view.finite(k)):
            return None
    return None


def _after_place(view: View, i: int) -> int:
    """ "told the agency from Juba his men ...": a bare name of a place after those who are told."""
    if view.word(i) in {"from", "in", "at"} and i + 2 < len(view.tokens) and view.name(i + 1):
        k = i + 1
        while k < len(view.tokens) and view.name(k) and k - i < 4:
            k += 1
        if view.word(k) not in STOPS and view.word(k) != ".":
            return k
    return i


def _after_addressee(view: View, i: int) -> int | None:
    """Content after those who are told: pronoun, role noun or name, then settings and "that"."""
    that = _that(view, i, told=True)
    if that is not None:
        return that
    k = i
    while k < len(view.tokens) and k - i < 8:
        word = view.word(k)
        if word in STOPS or word in {"that", "to", "of", "about", "."} or (k > i and view.kind(k) == "ADP"):
            break
        if k > i and (view.kind(k) in {"DET", "PRON"} or word in {"there"} or view.finite(k)):
            break
        k += 1
        if word in _ADDRESSEES:
            break
        if view.name(k - 1) and k < len(view.tokens) and not view.name(k) and view.word(k) not in STOPS:
            break
    k = _after_place(view, after_setting(view, k)) if k > 0 else k
    word = view.word(k)
    if word in {"", "."} or (k == i and word in STOPS):
        return None
    if word == "that":
        return k + 1
    if word == ":" or (word == "," and view.word(k + 1) in QUOTES):
        return k + 1 if k + 1 < len(view.tokens) else None
    if word in STOPS - OPENING or (closed_classes().get(word) in {"ADP", "CCONJ"} and word not in {"to", "of"}):
        return None
    return k
