"""Nobody is exposed by default: names of private persons are replaced by their role in everything but the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ..records.ledger import Ledger
from ..records.party import Party
from ..records.text import Article, Cited, Span
from .wording import party_words

_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'’-]{2,}")
_SURNAME = re.compile(rf"(?<=\s){_CAPITAL.pattern}$")
_WITHHELD = "a private person"


class Redaction:
    """The private names of a ledger, and a text without them."""

    def __init__(self, ledger: Ledger) -> None:
        names: dict[str, str] = {}
        for words, party in _private(ledger):
            names.setdefault(words, party_words(party))
        asked = {part for name in ledger.redacted for part in (name, *_SURNAME.findall(name))}
        for name in asked:
            names.setdefault(name, _WITHHELD)
        # Longest first, so that a full name is not left half standing.
        self._roles = {name.casefold(): role for name, role in names.items()}
        # In upper case too, as headlines and old wires have them; case counts otherwise, so that no common word is hit.
        self._pattern, self._asked = _any_of(names), _any_of(asked)

    def clean(self, text: str) -> str:
        """The text with every private name replaced by "[role]"."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda hit: f"[{self._roles[hit.group().casefold()]}]", text)

    def blot_asked(self, text: str) -> str:
        """A text with those names blotted out that an analyst wants shown nowhere, not even in the report itself."""
        return self._asked.sub(_blotted, text) if self._asked else text

    def blot(self, value: Any) -> Any:
        """A JSON value with the letters of every private name blotted out: lengths stay, so that offsets hold.

        Quotes are cut anew from the blotted text, for a quote may begin or end within a name.
        """
        return _cut_anew(self._blot(value), {}) if self._pattern else value

    def _blot(self, value: Any) -> Any:
        assert self._pattern is not None
        if isinstance(value, str):
            return self._pattern.sub(_blotted, value)
        if isinstance(value, list):
            return [self._blot(v) for v in value]
        return {k: self._blot(v) for k, v in value.items()} if isinstance(value, dict) else value


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    listed = sorted((re.escape(n) for name in names for n in {name, name.upper()}), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(listed)})\b") if listed else None


def _blotted(hit: re.Match[str]) -> str:
    return re.sub(r"\w", "█", hit.group())


def _cut_anew(part: Any, texts: dict[str | None, str]) -> Any:
    """``texts`` by article id; under None the one text of a reading."""
    if isinstance(part, list):
        return [_cut_anew(p, texts) for p in part]
    if not isinstance(part, dict):
        return part
    known = {**texts, **{d["id"]: d["text"] for d in part.get("docs", ())}}
    if "doc" in part:
        known[None] = part["doc"]["text"]
    if "quote" in part and part.get("article") in known:
        return {**part, "quote": known[part.get("article")][part["start"] : part["end"]]}
    if "text" in part and "segments" in part:
        known = {None: part["text"]}
    return {key: _cut_anew(value, known) for key, value in part.items()}


def _private(node: object) -> Iterator[tuple[str, Party]]:
    """Every wording under which a private person appears in records: the name, and the words cited for it."""
    if isinstance(node, Cited) and isinstance(node.value, Party) and node.value.private:
        name = node.value.name
        # "residents" or "a doctor" name nobody.
        if not _CAPITAL.search(name):
            return
        yield name, node.value
        # Later mentions give the surname alone.
        surname = _SURNAME.search(name)
        if surname:
            yield surname.group(), node.value
        for span in node.evidence:
            if isinstance(span, Span) and _CAPITAL.search(span.quote):
                yield span.quote, node.value
    elif isinstance(node, Article):
        return
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _private(getattr(node, field.name))
    elif isinstance(node, tuple):
        for item in node:
            yield from _private(item)
