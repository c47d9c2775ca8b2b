"""Step 1: bytes to an article, or the reason why there is none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date

from ..knowledge.wire import wire_words
from ..records.problems import Unreadable
from ..records.text import Article, Cited, Published, Segment, SegmentKind, Span
from ..records.when import When
from .language import language_of
from .page import page_text
from .plain import segments_of
from .publication import given_time
from .publication import published as publication

_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,80}charset=[\"']?([\w-]+)", re.I)
MAX_BYTES = 20 * 1024 * 1024


def read_article(
    data: bytes, source: str, *, published: str | None = None, media: str | None = None
) -> Article | Unreadable:
    """Read plain text, Markdown or HTML.

    ``published`` is an ISO date (or date and time) given by the user; ``media`` a MIME type where known. Offsets of the article are
    code points into its canonical text: the decoded input for plain text, the extracted text for HTML.
    """
    given: When | None = None
    if published is not None:
        try:
            given = given_time(published)
        except ValueError:
            return Unreadable(source, f"{published!r} is no date", "give an existing day as YYYY-MM-DD")
    if len(data) > MAX_BYTES:
        return Unreadable(source, f"{len(data):,} bytes; at most {MAX_BYTES:,} are read", "split the file")
    text = _decoded(data)
    if text is None:
        return Unreadable(source, "no text: the bytes are binary or of an unknown encoding", "save it as UTF-8 text")
    if not text.strip():
        return Unreadable(source, "the file is empty", "give a file with an article in it")
    stamped: date | None = None
    kinds: Mapping[str, SegmentKind] = {}
    if media == "text/html" or _MARKUP.match(text):
        page = page_text(text)
        if page is None:
            return Unreadable(source, "no article was found in the page", "save the article's own text")
        text, stamped, kinds = page.text, page.published, page.kinds
    language = language_of(text)
    if language not in (None, "English"):
        return Unreadable(source, f"the text is in {language}; only English is read", "give an English text")
    segments = segments_of(text, kinds)
    when = publication(text, segments, given, stamped)
    return _article(text, source, hashlib.sha256(data).hexdigest(), segments, when, language or "unknown")


def _decoded(data: bytes) -> str | None:
    """The text of the bytes: by their mark, as UTF-8, by the charset a page declares, else as Western text; None where they are no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data[:4096]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:2048])
    try:
        text = data.decode(declared[1].decode("ascii") if declared else "cp1252", errors="replace")
    except LookupError:  # a charset that does not exist
        return None
    # Bytes that are no text in the code page stay out rather than read as noise.
    odd = sum(c == "\ufffd" or (ord(c) < 32 and c not in "\r\n\t\f") for c in text)
    foreign = 0 if declared else sum(ord(c) > 127 and c.isalpha() for c in text)
    return None if odd > len(text) / 100 or foreign > len(text) / 8 else text


def _article(
    text: str, source: str, digest: str, segments: tuple[Segment, ...], when: Published | None, language: str
) -> Article:
    headline = next((s for s in segments if s.kind is SegmentKind.HEADLINE), None)
    title = _cited(text, headline.start, headline.end) if headline else None
    bylines = tuple(
        _cited(text, s.start + _by(text[s.start : s.end]), s.end) for s in segments if s.kind is SegmentKind.BYLINE
    )
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        text=text,
        raw_sha256=digest,
        segments=segments,
        language=language,
        title=title,
        agency=_agency(text, segments),
        bylines=bylines,
        published=when,
    )


def _by(byline: str) -> int:
    hit = re.match(r"by\s+", byline, re.IGNORECASE)
    return hit.end() if hit else 0


def _cited(text: str, start: int, end: int) -> Cited[str]:
    return Cited(text[start:end], (Span(start, end, text[start:end]),))


def _agency(text: str, segments: tuple[Segment, ...]) -> Cited[str] | None:
    openings = (SegmentKind.DATELINE, SegmentKind.BODY)
    first = next((s for s in segments if s.kind in openings), None)
    if first is None:
        return None
    opening = text[first.start : min(first.end, first.start + 120)]
    for name in wire_words().agencies:
        hit = re.search(rf"(?:\(|^){re.escape(name)}(?:\)|\s+-|\s+–)", opening, re.IGNORECASE)
        if hit:
            at = first.start + opening.lower().index(name.lower(), hit.start())
            return Cited(name, (Span(at, at + len(name), text[at : at + len(name)]),))
    return None
