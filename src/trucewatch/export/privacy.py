"""Nobody is exposed by default: names of private persons are replaced by their role in everything but the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ..records.ledger import Ledger
from ..records.party import Party
from ..records.text import Article, Cited, Span
from .wording import party_words


class Redaction:
    """The private names of a ledger, and a text without them."""

    def __init__(self, ledger: Ledger) -> None:
        names: dict[str, str] = {}
        for words, party in _private(ledger):
            names.setdefault(words, party_words(party))
        # Longest first, so that a full name is not left half standing.
        self._roles = {name.casefold(): role for name, role in names.items()}
        listed = sorted((re.escape(n) for n in names if n), key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(listed)})\b", re.IGNORECASE) if listed else None

    def clean(self, text: str) -> str:
        """The text with every private name replaced by "[role]"."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda hit: f"[{self._roles[hit.group().casefold()]}]", text)

    def blot(self, value: Any) -> Any:
        """A JSON value with the letters of every private name blotted out: lengths stay, so that offsets hold."""
        if self._pattern is None:
            return value
        if isinstance(value, str):
            return self._pattern.sub(lambda hit: re.sub(r"\w", "█", hit.group()), value)
        if isinstance(value, list):
            return [self.blot(v) for v in value]
        return {k: self.blot(v) for k, v in value.items()} if isinstance(value, dict) else value


def _private(node: object) -> Iterator[tuple[str, Party]]:
    """Every wording under which a private person appears in records: the name, and the words cited for it."""
    if isinstance(node, Cited) and isinstance(node.value, Party) and node.value.private:
        yield node.value.name, node.value
        # Later mentions give the surname alone.
        surname = re.search(r"(?<=\s)[A-ZÀ-Þ][\w'’-]{2,}$", node.value.name)
        if surname:
            yield surname.group(), node.value
        for span in node.evidence:
            # A span such as "a resident" or "she" names nobody.
            if isinstance(span, Span) and re.search(r"\b[A-ZÀ-Þ][\w'’-]+", span.quote):
                yield span.quote, node.value
    elif isinstance(node, Article):
        return
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _private(getattr(node, field.name))
    elif isinstance(node, tuple):
        for item in node:
            yield from _private(item)
