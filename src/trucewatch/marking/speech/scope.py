"""What is said: the clauses that a reporting verb covers, to its right and to its left."""

from __future__ import annotations

from ...knowledge.syntax import small_words
from .closing import closing
from .drafts import Placed
from .opening import opening
from .quotes import Quotations
from .view import CLOSING, DASHES, View


def right_content(view: View, placed: Placed, rivals: list[Placed], quotes: Quotations) -> tuple[int, int] | None:
    """Offsets of the content after the verb; None where nothing of the kind follows."""
    begin = opening(view, placed)
    if begin is None:
        return None
    end = closing(view, placed, begin, rivals)
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


def left_content(view: View, placed: Placed, rivals: list[Placed], quotes: Quotations) -> tuple[int, int] | None:
    """Offsets of the content before subject and verb: "..., the army said"."""
    first = placed.start
    if view.word(first - 1) == "as" and view.word(first - 2) == ",":
        first -= 1
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
