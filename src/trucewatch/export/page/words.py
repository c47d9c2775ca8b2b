"""Articles with the words that values stand on marked and addressable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from ...records.text import Article, Evidence, Segment, SegmentKind, Span
from ..privacy import Redaction


@dataclass(frozen=True, slots=True)
class Link:
    """Where on the page the words of a value stand, and the words (shown on hover)."""

    target: str
    quote: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as text, with links to its words; ``note`` says how the value follows where it is not read off."""

    text: str
    links: tuple[Link, ...] = ()
    note: str = ""


@dataclass(slots=True)
class Marks:
    """Spans used by the tables, by article; filled while the tables are made, read when the articles are."""

    numbers: dict[str, int]
    redaction: Redaction
    spans: dict[str, dict[tuple[int, int], set[str]]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def link(self, article: str, kind: str, evidence: Iterable[Evidence]) -> tuple[Link, ...]:
        """Links to the spans among the evidence; each span will be marked as of that kind."""
        links = []
        for span in evidence:
            if isinstance(span, Span) and article in self.numbers:
                self.spans.setdefault(article, {}).setdefault((span.start, span.end), set()).add(kind)
                quote = self.redaction.clean(" ".join(span.quote.split()))
                links.append(Link(self.target(article, span.start, span.end), quote))
        return tuple(dict.fromkeys(links))

    def text(self, article: Article) -> str:
        """The article's text without the names that are shown nowhere, blotted out letter by letter so that offsets hold."""
        if article.id not in self.texts:
            self.texts[article.id] = self.redaction.blot_asked(article.text)
        return self.texts[article.id]

    def target(self, article: str, start: int, end: int) -> str:
        """The id of a span on the page."""
        return f"a{self.numbers[article]}-{start}-{end}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One segment of an article as the page shows it."""

    kind: str
    html: Markup


def paragraphs(article: Article, marks: Marks) -> Iterator[Paragraph]:
    """The segments in order, their words marked; repeats are named as such."""
    spans = sorted(marks.spans.get(article.id, {}).items(), key=lambda row: (row[0][0], -row[0][1]))
    for segment in article.segments:
        kind = "repeat" if segment.duplicate_of is not None else segment.kind.value
        inside = [row for row in spans if row[0][0] < segment.end and segment.start < row[0][1]]
        yield Paragraph(kind, _marked(article, segment, inside, marks))


def _marked(article: Article, segment: Segment, spans: list[tuple[tuple[int, int], set[str]]], marks: Marks) -> Markup:
    """Nested marks; a span that crosses the end of the one around it is cut there and goes on after it."""
    out: list[str] = []
    text = marks.text(article)
    open_ends: list[int] = []
    waiting = [(max(start, segment.start), min(end, segment.end), start, end, kinds) for (start, end), kinds in spans]
    position = segment.start
    while waiting or open_ends:
        next_start = waiting[0][0] if waiting else segment.end
        if open_ends and open_ends[-1] <= next_start:
            position = _text(out, text, position, open_ends.pop())
            out.append("</mark>")
            continue
        low, high, start, end, kinds = waiting.pop(0)
        position = _text(out, text, position, low)
        if open_ends and high > open_ends[-1]:
            rest = (open_ends[-1], high, -1, end, kinds)
            waiting.append(rest)
            waiting.sort(key=lambda row: (row[0], -row[1]))
            high = open_ends[-1]
        name = f' id="{marks.target(article.id, start, end)}"' if start >= 0 else ""
        out.append(f'<mark{name} class="{" ".join(sorted(kinds))}">')
        open_ends.append(high)
    _text(out, text, position, segment.end)
    return Markup("".join(out))


def _text(out: list[str], text: str, start: int, end: int) -> int:
    if end > start:
        out.append(str(escape(text[start:end])))
    return max(start, end)


SHOWN = {
    SegmentKind.CAPTION.value: "caption",
    SegmentKind.FURNITURE.value: "page furniture, not read",
    "repeat": "repeat, counted once",
}
