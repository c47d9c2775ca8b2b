"""A reading as the rules of truces look at it: the words with names closed, and the country the text is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...records.place import Place
from ...records.reading import Reading
from ...records.text import Cited, Span

_STRAY = re.compile(r"\s+(?:UNTIL|FROM|ON|SINCE|THAT|WILL|HAS|BY|TODAY|TONIGHT)\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """``text`` has the article's length; each name in it is one word, so that no word of a name acts as a word.

    The "Front for the Liberation" of a party's name has no "for" that frames a time. ``whole`` is the country that the
    text is about, where one clearly leads.
    """

    reading: Reading
    text: str
    whole: Cited[Place] | None = None

    def quote(self, start: int, end: int) -> Span:
        """Words of the article itself."""
        return self.reading.article.quote(start, end)


def closed_text(reading: Reading) -> str:
    """The canonical text with the inside of each named party and place filled, offsets unchanged."""
    text = reading.article.text
    names = [(m.span.start, m.span.end) for m in reading.parties if not m.party.umbrella]
    names += [(m.span.start, m.span.end) for m in reading.places]
    pieces, last = [], 0
    for start, high in sorted(names, key=lambda s: (s[0], -s[1])):
        if start < last:
            continue
        # In a text all in capitals a name may run on into the words behind it.
        stray = _STRAY.search(text, start, high)
        end = stray.start() if stray else high
        pieces += [text[last:start], text[start] + "x" * (end - start - 1)]
        last = end
    return "".join([*pieces, text[last:]])
