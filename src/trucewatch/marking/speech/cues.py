"""Reporting verbs in a sentence, each with its group of auxiliaries."""

from __future__ import annotations

from dataclasses import dataclass

from ...knowledge.lexicon import closed_classes
from ...knowledge.speech import Cue, speech_words
from ...knowledge.syntax import small_words
from .view import STOPS, View

_BE = frozenset(("is", "are", "was", "were", "been", "being", "be", "am"))
_FUTURE = frozenset(("will", "would", "may", "might", "should", "must", "shall", "won't"))
_NOUN_BEFORE = frozenset(
    [
        "news",
        "media",
        "press",
        "earlier",
        "unconfirmed",
        "initial",
        "police",
        "early",
        "recent",
        "further",
        "latest",
        "previous",
        "conflicting",
        "intelligence",
        "wire",
        "annual",
        "daily",
        "weekly",
        "official",
        "final",
        "new",
    ]
)
_NOUN_AFTER = frozenset(
    ("of", "from", "by", "about", "on", "for", "against", "were", "was", "are", "is", "said", "have")
)


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A reporting verb: tokens ``[first, last)`` are the verb, ``[group, last)`` the verb with its auxiliaries."""

    cue: Cue
    group: int
    first: int
    last: int
    passive: bool
    negated: bool
    infinitive: bool
    future: bool


def find_cues(view: View) -> list[FoundCue]:
    """All reporting verbs of a sentence in order; nouns of the same form are left out."""
    words = speech_words()
    found: list[FoundCue] = []
    past = 0
    for first, word in enumerate(view.low):
        forms = words.cue_forms.get(word)
        if forms is None or first < past or (view.name(first) and first > 0 and view.word(first - 1) not in STOPS):
            continue
        form = next((f for f in forms if view.low[first : first + len(f)] == f), None)
        cue = _reading(view, words.cues[" ".join(form)], first, first + len(form)) if form else None
        if cue is not None and form is not None:
            past = first + len(form)
            found.append(_grouped(view, cue, first, past))
    return found


def _reading(view: View, readings: tuple[Cue, ...], first: int, last: int) -> Cue | None:
    """The reading of a form that the words beside it allow."""
    verbal = [c for c in readings if not _noun(view, c, first, last)]
    if not verbal:
        return None
    blaming = [c for c in verbal if "blame" in c.family.takes]
    others = [c for c in verbal if c not in blaming]
    return blaming[0] if blaming and (not others or _blames(view, last)) else others[0]


def _blames(view: View, last: int) -> bool:
    """ "charged him with murder", "suspected of": a name or pronoun, then the word that brings the deed."""
    return any(view.word(i) in {"of", "with", "for"} for i in range(last, min(last + 8, len(view.tokens)))) and not (
        view.word(last) in {"that", "the"} and "that" in view.low[last : last + 2]
    )


def _noun(view: View, cue: Cue, first: int, last: int) -> bool:
    """Whether the form is a noun or a modifier here."""
    before, after = view.word(first - 1), view.word(last)
    kind = closed_classes().get(before)
    if kind == "DET" and before not in {"all", "both", "this", "that", "some"}:
        return True
    if kind == "ADP" and before != "to" and cue.form != "ing":
        return True
    if before.endswith(("'s", "’s", "s'", "s’")) and cue.form in {"base", "third", "ing"}:
        return True
    if cue.form in {"base", "third"} and cue.family.nominal:
        plural = before.endswith("s") or before in small_words().pronouns or before in small_words().auxiliaries
        if before in _NOUN_BEFORE or (after in _NOUN_AFTER and " " not in cue.lemma):
            return before not in small_words().pronouns | small_words().auxiliaries
        return cue.form == "base" and not plural and before not in {"police", "people", "who", "forces"}
    return False


def _grouped(view: View, cue: Cue, first: int, last: int) -> FoundCue:
    small = small_words()
    group = first
    while group > 0 and _in_group(view, group - 1):
        group -= 1
    # Adverbs before the first auxiliary may belong to the clause before; they do no harm there.
    run = view.low[group:first]
    return FoundCue(
        cue,
        group,
        first,
        last,
        passive=cue.form in {"past", "participle"} and bool(_BE & set(run)),
        negated=bool(small.negations & set(run)),
        infinitive="to" in run,
        future=bool(_FUTURE & set(run)),
    )


def _in_group(view: View, i: int) -> bool:
    """An auxiliary, an adverb or a day between subject and verb."""
    word, small = view.word(i), small_words()
    manner = word.endswith("ly") and len(word) > 5 and not view.name(i) and i > 0
    return manner or word in small.auxiliaries or word in small.adverbs or when_at(view, i)


def when_at(view: View, i: int) -> bool:
    """A weekday, or the "on" before it, between subject and verb."""
    days = small_words().weekdays
    return view.word(i) in days or (view.word(i) in {"on", "late", "early"} and view.word(i + 1) in days)


def follows_stop(view: View, i: int) -> bool:
    """Whether the token before index ``i`` ends a clause."""
    return i == 0 or view.word(i - 1) in STOPS
