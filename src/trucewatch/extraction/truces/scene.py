"""A reading as the rules of truces look at it: the words with names closed, and the country the text is about."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.place import Place
from ...records.reading import Reading
from ...records.text import Cited, Span


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
    names = [m.span for m in reading.parties if not m.party.umbrella]
    names += [m.span for m in reading.places]
    pieces, last = [], 0
    for span in sorted(names, key=lambda s: (s.start, -s.end)):
        if span.start < last:
            continue
        pieces += [text[last : span.start], text[span.start] + "x" * (span.end - span.start - 1)]
        last = span.end
    return "".join([*pieces, text[last:]])
