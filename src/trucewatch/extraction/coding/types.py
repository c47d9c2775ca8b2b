"""The sort of event a report mainly tells of: reviewed cues are counted, and the type that scores most is given.

Cues see the text with marks before its parties ("ⓡal-Shabab fighters"), so that a group known by name counts as what
it is. The words that counted come with the answer, so that a reader can see what it rests on.
"""

from __future__ import annotations

from bisect import bisect_right

from ...knowledge.coding import REBEL_MARK, STATE_MARK, EventType, EventTypes, event_types
from ...records.coded import CodedType
from ...records.party import PartyKind
from ...records.reading import Reading
from ...records.text import Span

_KINDS = {
    PartyKind.STATE_FORCES: STATE_MARK,
    PartyKind.EXTERNAL_FORCES: STATE_MARK,
    PartyKind.GOVERNMENT: STATE_MARK,
    PartyKind.COALITION: STATE_MARK,
    PartyKind.REBEL_GROUP: REBEL_MARK,
    PartyKind.POLITICAL_MILITIA: REBEL_MARK,
    PartyKind.IDENTITY_MILITIA: REBEL_MARK,
}
# Below this nothing was told plainly enough to be called anything.
_LEAST = 2.0


def type_of_report(reading: Reading) -> CodedType | None:
    """The type a report scores most for; None where hardly a cue of any type stands in it."""
    marked = _Marked(reading)
    known = event_types()
    scored = [(*_score(kind, marked, known), kind) for kind in known.types]
    # Of equal scores the type first in the file counts.
    ranked = sorted(scored, key=lambda row: -row[0])
    best, words, kind = ranked[0]
    if best < _LEAST:
        return None
    runner = (ranked[1][2].name, ranked[1][0]) if ranked[1][0] > 0 else None
    return CodedType(kind.event, kind.name, best, words, runner)


class _Marked:
    """The article's text with a mark before each armed or governing party, and the way back to its offsets."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        text = reading.article.text
        starts = sorted({(m.span.start, _KINDS[m.party.kind]) for m in reading.parties if m.party.kind in _KINDS})
        pieces, last = [], 0
        self._marks: list[int] = []
        for start, mark in starts:
            if start < last:
                continue
            pieces += [text[last:start], mark]
            self._marks.append(start + len(self._marks))
            last = start
        self.text = "".join([*pieces, text[last:]])

    def quote(self, start: int, end: int) -> Span:
        """The words of the article under a stretch of the marked text."""
        return self.article.quote(self._back(start), self._back(end))

    def _back(self, offset: int) -> int:
        return offset - bisect_right(self._marks, offset - 1)


def _score(kind: EventType, marked: _Marked, known: EventTypes) -> tuple[float, tuple[Span, ...]]:
    total = 0.0
    words: list[Span] = []
    for cue in kind.cues:
        hit = cue.pattern.search(marked.text)
        if hit is None or (cue.needs is not None and not cue.needs.search(marked.text)):
            continue
        total += cue.weight * (1.0 if hit.start() < known.opening else known.later)
        if cue.weight > 0:
            words.append(marked.quote(*hit.span()))
    return round(total, 2), tuple(sorted(words, key=lambda s: s.start))
