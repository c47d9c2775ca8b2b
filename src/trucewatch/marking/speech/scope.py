"""What is said: the clauses that a reporting verb covers, to its right and to its left."""

from __future__ import annotations

from dataclasses import dataclass

from ...knowledge.lexicon import closed_classes
from ...knowledge.speech import speech_words
from ...knowledge.syntax import small_words
from ...records.reading import Stance
from .cues import FoundCue
from .quotes import Quotations
from .view import CLOSING, DASHES, OPENING, QUOTES, STOPS, View

_ADDRESSEES = frozenset(
    ("him", "her", "them", "us", "me", "reporters", "journalists", "newsmen", "lawmakers", "parliament")
)
_QUANTITIES = frozenset(("at least", "at most", "up to", "more than", "in all", "in total", "at around", "at about"))
_ABOUT = frozenset(("about", "around", "over", "under", "nearly", "between", "among", "both", "despite", "without"))
# What somebody wants or foresees is told as part of what he says: "she said she was tired and wanted peace".
_INNER = frozenset((Stance.ASPIRATION, Stance.PLANNED, Stance.PREDICTION))
_BLAMING = {"accuse": "of", "suspect": "of", "denounce": "for", "blame": "for", "fault": "for", "charge": "with"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A reporting verb with its subject (tokens) and whether the subject stands after it."""

    cue: FoundCue
    subject: tuple[int, int] | None
    turned: bool
    apart: bool = False

    @property
    def start(self) -> int:
        """First token of subject and verb; of the verb alone where its subject stands elsewhere (``apart``)."""
        return self.subject[0] if self.subject and not self.turned and not self.apart else self.cue.group

    @property
    def end(self) -> int:
        """Token after verb and turned subject."""
        return self.subject[1] if self.subject and self.turned else self.cue.last


def right_content(view: View, placed: Placed, rivals: list[Placed], quotes: Quotations) -> tuple[int, int] | None:
    """Offsets of the content after the verb; None where nothing of the kind follows."""
    begin = _begin(view, placed)
    if begin is None:
        return None
    end = _right_end(view, placed, begin, rivals)
    if end <= begin:
        return None
    start, stop = view.tokens[begin].start, view.tokens[end - 1].end
    held = quotes.around(start)
    if held is not None and held.start == start and held.end > stop:
        stop = held.end
    outer = quotes.around(view.tokens[placed.cue.first].start)
    if outer is not None and outer.start < view.tokens[placed.cue.first].start:
        stop = min(stop, outer.end - 1)
    return (start, stop) if stop > start else None


def _begin(view: View, placed: Placed) -> int | None:
    """First token of the right content, by what the verb takes."""
    takes = placed.cue.cue.family.takes
    i = placed.end
    if placed.turned:
        return _resumed(view, i)
    if "told" in takes:
        return _after_addressee(view, i)
    i = _after_setting(view, i)
    word = view.word(i)
    if word in {"", "."}:
        return None
    if "blame" in takes:
        return (
            i
            if _BLAMING.get(placed.cue.cue.lemma, "of") in view.low[i : i + 25]
            or "for" in view.low[i : i + 25]
            or "on" in view.low[i : i + 20]
            else None
        )
    that = _that(view, i)
    if that is not None and takes & {"clause", "told"}:
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
    return (
        i if takes & {"clause", "thing", "whom", "ing", "speech", "infinitive"} and _admits(view, placed, i) else None
    )


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
        return view.word(i) in {"if", "whether", "when", "where", "as"} and view.has_finite(i, len(view.tokens))
    return True


def _resumed(view: View, i: int) -> int | None:
    """After "..., said X," a second quotation may follow; nothing else does."""
    i = _after_setting(view, i)
    for k in range(i, min(i + 25, len(view.tokens))):
        if view.word(k) in OPENING and view.word(k - 1) in STOPS:
            return k
        if view.word(k) == ":":
            return k + 1 if k + 1 < len(view.tokens) else None
    return None


def _after_setting(view: View, i: int) -> int:
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
        if word == "that":
            settled = k == i or told or closed_classes().get(view.word(i)) == "ADP" or view.word(i) == ","
            return k + 1 if settled else None
        if word in QUOTES | {";", ":", "."} or (k > i and view.finite(k)):
            return None
    return None


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
    k = _after_setting(view, k) if k > 0 else k
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


def _right_end(view: View, placed: Placed, begin: int, rivals: list[Placed]) -> int:
    """Token after the last of the right content."""
    end = len(view.tokens)
    if view.tokens[begin].text in OPENING:
        close = next((k for k in range(begin + 1, end) if view.tokens[k].text in CLOSING), None)
        if close is not None and close + 1 < end and view.word(close + 1) in {",", "."}:
            end = close + 1
    for rival in rivals:
        if rival.cue.first <= placed.cue.first or rival.start <= begin:
            continue
        end = min(end, _before_rival(view, rival, end))
    if placed.cue.cue.lemma == "blame":
        end = _before_fact(view, begin, end)
    opener = _subordinate(view, placed)
    for k in range(begin, end):
        word = view.word(k)
        if (
            word == ";"
            or _turns(view, k, begin)
            or (k > begin and _breaks_off(view, k, end))
            or (opener and word == "," and k > begin + 1)
        ):
            end = k
            break
    while end > begin and view.word(end - 1) in {".", ",", ";"} | DASHES:
        end -= 1
    return end


def _before_rival(view: View, rival: Placed, end: int) -> int:
    """A later reporting verb ends the content where it stands beside it and not inside it."""
    before = view.word(rival.start - 1)
    if rival.turned and before in STOPS:
        return min(end, rival.start)
    if rival.cue.cue.form == "ing" and (before == "," or before in CLOSING):
        return rival.start - (1 if before == "," else 0)
    if before in {"and", "but", "while", "although", "though"} and rival.subject is not None:
        return rival.start - 1
    if before == "," and rival.subject is not None and _trailing(view, rival):
        return rival.start - 1
    if before in {"and", "but"} and rival.subject is None and rival.cue.cue.family.stance not in _INNER:
        return rival.start - 1
    return end


def _trailing(view: View, placed: Placed) -> bool:
    """Whether nothing that could be said follows the verb: "..., the army said on Monday"."""
    after = _after_setting(view, placed.end)
    return view.word(after) in {"", ".", ",", ";"} or view.word(after) in CLOSING


def _subordinate(view: View, placed: Placed) -> bool:
    """ "As the army said this, ...", "X, who said that, ...": the clause ends at its comma."""
    before = view.word(placed.start - 1)
    if before in small_words().relatives:
        return True
    if placed.subject is not None and placed.cue.group > placed.subject[1]:
        gap = view.low[placed.subject[1] : placed.cue.group]
        if set(gap) & small_words().relatives:
            return placed.subject[0] > 0 or view.word(placed.subject[1]) == ","
    return before in small_words().subordinators and placed.start <= 2


def _before_fact(view: View, begin: int, end: int) -> int:
    """ "blamed the rebels for the attack": the blame is said, the attack taken as known."""
    for k in range(begin, end - 1):
        if view.word(k) == "for":
            known = view.word(k + 1) in {"the", "this", "that", "these", "those"} or view.word(k + 2) in {"'s", "’s"}
            return k if known or view.word(k + 1).endswith(("'s", "’s")) else end
    return end


def _breaks_off(view: View, k: int, end: int) -> bool:
    """A single dash: what follows is an afterthought, often the narrator's. A pair of them is an aside."""
    if view.word(k) not in DASHES - {"-"}:
        return False
    return not any(view.word(j) in DASHES - {"-"} for j in range(k + 1, end)) and not any(
        view.word(j) in QUOTES for j in range(k)
    )


def _turns(view: View, k: int, begin: int) -> bool:
    """A contrast with a subject of its own: the voice is the narrator's again."""
    word = view.word(k)
    if word not in small_words().contrasts or k <= begin + 1:
        return False
    if word in {"yet", "however", "even"} and view.word(k - 1) != ",":
        return False
    after = view.kind(k + 1) if k + 1 < len(view.tokens) else ""
    if word in {"while", "though", "although", "even"} and view.word(k - 1) != ",":
        return False
    if word == "but" and after == "ADP" and view.word(k - 1) == ",":
        return True
    return after in {"DET", "PRON", "PROPN", "NUM", "NOUN"} and view.has_finite(k + 1, len(view.tokens))


def left_content(view: View, placed: Placed, rivals: list[Placed], quotes: Quotations) -> tuple[int, int] | None:
    """Offsets of the content before subject and verb: "..., the army said"."""
    first = placed.start
    if first == 0 or view.word(first - 1) not in {","} | CLOSING | DASHES | {"?", "!"}:
        return None
    last = first - 1
    stop = view.tokens[last].end if view.tokens[last].text in CLOSING else view.tokens[last].start
    start = _left_start(view, placed, rivals)
    held = quotes.around(view.tokens[last].start) or (quotes.around(view.tokens[last - 1].start) if last else None)
    if held is not None and held.end >= stop - 1:
        begin = view.tokens[start].start if start < last else held.start
        quoted_from = min(begin, held.start)
        if not (held.start <= quoted_from or view.tokens[start].start < held.start):
            quoted_from = held.start
        return quoted_from, stop
    if start >= last:
        return None
    return view.tokens[start].start, view.tokens[last - 1].end


def _left_start(view: View, placed: Placed, rivals: list[Placed]) -> int:
    """Where the clause before begins: after a semicolon, or after an earlier speaker's own clause."""
    start = 0
    for k in range(placed.start - 2, 0, -1):
        if view.word(k) == ";":
            start = k + 1
            break
        if view.word(k) in {"but", "while"} and view.word(k - 1) == "," and any(r.cue.first < k for r in rivals):
            start = k + 1
            break
    while start < placed.start and view.word(start) in small_words().skippable - {"in", "on", "at", "for"}:
        start += 1
    return start
