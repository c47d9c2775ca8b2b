"""Where what is said ends: at another voice, at a contrast with a subject of its own, at the end of its clause."""

from __future__ import annotations

from ...knowledge.syntax import small_words
from ...records.reading import Stance
from .drafts import Placed
from .opening import after_setting
from .view import CLOSING, DASHES, OPENING, QUOTES, STOPS, View

# A thing announced or reported ends before the circumstances, which are the narrator's.
_CIRCUMSTANCES = frozenset(("amid", "after", "following", "despite", "when", "while", "because", "before"))
# What is wished is an inquiry or revenge; the killing it is about is told as known.
_ABOUT = frozenset(("into", "over", "at", "about", "regarding", "concerning", "against", "who", "that"))
_PAIRS = frozenset(("due to", "in response", "as part", "in retaliation", "in protest", "hours after", "days after"))
# What somebody wants or foresees is told as part of what he says: "she said she was tired and wanted peace".
_INNER = frozenset((Stance.ASPIRATION, Stance.PLANNED, Stance.PREDICTION))


def closing(view: View, placed: Placed, begin: int, rivals: list[Placed]) -> int:
    """Token after the last of the right content."""
    end = len(view.tokens)
    if view.tokens[begin].text in OPENING:
        close = next((k for k in range(begin + 1, end) if view.tokens[k].text in CLOSING), None)
        if close is not None and close + 1 < end and view.word(close + 1) in {",", "."}:
            end = close + 1
    for rival in rivals:
        if rival.cue.first <= placed.cue.first or rival.start <= begin:
            # "a source who asked for anonymity said": the main verb ends what its own subject's clause tells.
            if rival.cue.first > begin and rival.start < placed.start and not rival.apart:
                end = min(end, rival.cue.group)
            continue
        end = min(end, _before_rival(view, rival, begin, end))
    if placed.cue.cue.lemma == "blame":
        end = _before_fact(view, begin, end)
    opener = _subordinate(view, placed)
    plain = _thing(view, placed, begin)
    willed = placed.cue.cue.family.stance in _INNER and view.word(begin - 1) != "that"
    wish = placed.cue.cue.family.stance is Stance.ASPIRATION and view.word(begin) != "to"
    for k in range(begin + 1, end):
        word = view.word(k)
        if (
            (word == ";" and (view.has_finite(begin, k) or view.low.count(";") == 1))
            or _turns(view, k, begin)
            or _breaks_off(view, k, end)
            or (opener and word == ",")
            or (plain and (_leaves(view, k, begin) or (wish and word in _ABOUT)))
            or (willed and _goes_on_acting(view, k))
            or (word == "," and view.word(k + 1) in {"a", "an"} and view.word(k + 2) in small_words().takes_up)
        ):
            end = k
            break
    while end > begin and view.word(end - 1) in {".", ",", ";"} | DASHES:
        end -= 1
    return end


def _thing(view: View, placed: Placed, begin: int) -> bool:
    """Whether what is said is a thing and no clause: "announced a halt", "reported clashes near the dam"."""
    if "thing" not in placed.cue.cue.family.takes or view.word(begin - 1) in {"that", ":"}:
        return False
    return view.word(begin) not in OPENING


def _goes_on_acting(view: View, k: int) -> bool:
    """ "ordered the passengers out, killing three", "vowed revenge and burned the hall": deeds, no longer words."""
    word, after = view.word(k), view.word(k + 1)
    if word == "," and after.endswith("ing") and len(after) > 5:
        return True
    return word in {"and", "then", "before", "but"} and (view.finite(k + 1) or after in small_words().finite)


def _leaves(view: View, k: int, begin: int) -> bool:
    """Where a thing said is left behind: a circumstance, an aside, or the next verb of the same subject."""
    if view.has_finite(begin, k):
        return False
    word, after = view.word(k), view.word(k + 1)
    if word in _CIRCUMSTANCES or f"{word} {after}" in _PAIRS:
        return True
    if word == "as" and not after.endswith("ing") and view.has_finite(k + 1, len(view.tokens)):
        return True
    if word == "," and after in {"where", "which", "who", "as", "when", "while", "after", "with", "hours", "days"}:
        return True
    return word in {"and", "but", "then"} and (view.finite(k + 1) or after in small_words().auxiliaries - {"to", "not"})


def _before_rival(view: View, rival: Placed, begin: int, end: int) -> int:
    """A later reporting verb ends the content where it stands beside it and not inside it."""
    before = view.word(rival.start - 1)
    if rival.turned and before in STOPS:
        return min(end, rival.start)
    if rival.cue.cue.form == "ing" and (before == "," or before in CLOSING):
        return rival.start - (1 if before == "," else 0)
    own = rival.subject is not None and not rival.apart
    if before in {"and", "but", "while", "although", "though"} and own:
        return rival.start - 1
    if before == "," and own and trailing(view, rival.end):
        return rival.start - 1
    told = rival.cue.cue.family.stance not in _INNER or view.word(begin) == "to"
    if before in {"and", "but", ","} and not own and told:
        return rival.start - 1
    return end


def trailing(view: View, end: int) -> bool:
    """Whether nothing that could be said follows token ``end``: "..., the army said on Monday"."""
    after = after_setting(view, end)
    return view.word(after) in {"", ".", ",", ";"} or view.word(after) in CLOSING


def _subordinate(view: View, placed: Placed) -> bool:
    """ "As the army said this, ...", "X, who said that, ...": the clause ends at its comma."""
    before = view.word(placed.start - 1)
    if before in small_words().relatives or (placed.apart and placed.start == 0):
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
    marks = DASHES - {"-"} if view.upper else DASHES
    if view.word(k) not in marks:
        return False
    return not any(view.word(j) in marks for j in range(k + 1, end)) and not any(
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
