"""Whether a text is about armed conflict at all: sport, courts, markets and weather borrow war's words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from ..records.reading import Reading
from ..records.text import SegmentKind

_OUT = {SegmentKind.FURNITURE, SegmentKind.BYLINE}


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], int]:
    path = files("trucewatch").joinpath("data", "extraction", "relevance.toml")
    data = tomllib.loads(path.read_text("utf-8"))

    def any_of(rows: list[str]) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(rows)})\b".replace(" ", r"\s+"), re.IGNORECASE)

    return any_of(data["strong"]), any_of(data["weak"]), any_of(data["elsewhere"]), data["weak_needed"]


def conflict_context(reading: Reading) -> bool:
    """True where words of armed conflict outweigh those of the worlds that borrow them."""
    strong, weak, elsewhere, needed = _words()
    article = reading.article
    text = "\n".join(article.text[s.start : s.end] for s in article.segments if s.kind not in _OUT)
    kinds = {hit.group().lower() for hit in strong.finditer(text)}
    borrowed = len({hit.group().lower() for hit in elsewhere.finditer(text)})
    if len(kinds) >= 2:
        return len(kinds) + sum(1 for _ in strong.finditer(text)) > borrowed
    lesser = {hit.group().lower() for hit in weak.finditer(text)}
    return 2 * len(kinds) + len(lesser) >= needed + borrowed
