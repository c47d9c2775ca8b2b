"""Names of those who act, found by their capitals, and plain words for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...knowledge.act_words import side_words

_WORD = r"[A-Z][\w.’-]*(?:['’](?!s\b)\w+)?"
# A name: capitals, joined by "of the", and by one or two plain words before "of" or "in" ("town of", "rebels in").
_NAME = re.compile(
    rf"(?<![\w$.,-]){_WORD}(?:[\s-]+(?:{_WORD}|\d+)|\s+(?:of|the|de|al|bin|for)(?:\s+the)?\s+(?={_WORD}){_WORD}"
    rf"|(?:\s+(?!(?:on|at|to|with|from|by|over|into|that|and|or|as|is|was|are|were|has|had)\b)[a-z]+){{1,2}}\s+of\s+(?:the\s+)?{_WORD})*"
)
_OF = re.compile(r"\s+(?:of|in|from)\s+(?:the\s+)?")
_TAIL = re.compile(r"(?:\s+(?!(?:on|in|at|of|to|for|with|from|by|and|or|that)\b)[a-z][\w-]*){1,3}")
_OWNED = re.compile(r"['’]s?\s+")
_DAYS = re.compile(
    r"^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b"
)
_THEIRS = re.compile(r"\b(?:its|their|his|her|our|own)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LIST = re.compile(r"\s*,\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")


def first_actor(text: str, start: int, end: int, *, plain: bool) -> tuple[int, int] | None:
    """The first name in a stretch; with ``plain`` also a word for actors ("villagers") that stands before it."""
    name = next(_names(text, start, end), None)
    word = _plain(text, start, name[0] if name else end) if plain else None
    return word or name


def listed_after(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The names listed right behind one."""
    while True:
        gap = _LIST.match(text, at, end)
        name = _NAME.match(text, gap.end(), end) if gap else None
        if gap is None or name is None or _DAYS.match(name.group()):
            return
        low, at = _whole(text, name.start(), name.end(), end)
        yield low, at


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for name in _NAME.finditer(text, start, end):
        if not _DAYS.match(name.group()):
            yield _whole(text, name.start(), name.end(), end)


def _whole(text: str, start: int, end: int, limit: int) -> tuple[int, int]:
    """A name with the word for actors behind it; of "Mali's plan" only Mali, of "Mali's government" both."""
    owned = _OWNED.match(text, end, limit)
    at = owned.end() if owned else end
    if owned:
        more = _NAME.match(text, at, limit)
        if more:
            return start, _whole(text, more.start(), more.end(), limit)[1]
    tail = _TAIL.match(text, end if not owned else at - 1, limit)
    if tail is not None:
        actor = side_words().actors.search(text, tail.start(), tail.end())
        if actor:
            following = _NAME.match(text, actor.end() + 1, limit)
            return start, following.end() if following else actor.end()
    return start, end


def _plain(text: str, start: int, end: int) -> tuple[int, int] | None:
    for word in side_words().actors.finditer(text, start, end):
        if _THEIRS.search(text, start, word.start()) or text[word.end() : word.end() + 1] == "-":
            continue
        head = re.search(r"(?:[\w-]+\s+){0,2}$", text[start : word.start()])
        described = re.sub(r"^.*\b(?:of|to|on|in|at|by|for|with|the|a|an)\s", "", head.group()) if head else ""
        low, high = word.start() - len(described), word.end()
        joint = _OF.match(text, high)
        whose = _NAME.match(text, joint.end()) if joint else None
        return low, whose.end() if whose else high
    return None
