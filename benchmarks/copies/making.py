"""Copies made of real texts: shortened to a third, with another headline, paragraphs dropped, another byline and light edits."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_HEADS = (
    "What we know so far about the latest events",
    "News in brief from our correspondents",
    "Officials speak out as questions mount",
    "World digest for the day",
    "Developing story from the region tonight",
)
_BYLINES = ("By our own correspondent", "By A. Marlow, staff writer", "From wire reports", "By the foreign desk")
_EDITED = 0.04
_LONGEST_HEAD = 20
# Bodies of fewer words are left out: a third of one is no report.
FEWEST_WORDS = 36
_SWAPS = ("reportedly", "also", "officials", "local", "later", "earlier")


def shortened(text: str, dice: random.Random) -> str:
    """The headline and the first third of the body, by words, cut at no sentence: as a site with little room does."""
    head, body = _parts(text)
    words = body.split(" ")
    return f"{head}\n{' '.join(words[: max(FEWEST_WORDS // 3, len(words) // 3)])}".strip()


def reheadlined(text: str, dice: random.Random) -> str:
    """Another headline over the same body."""
    return f"{dice.choice(_HEADS)}\n\n{_parts(text)[1]}"


def thinned(text: str, dice: random.Random) -> str:
    """About a third of the paragraphs dropped, of the sentences where there is one paragraph only."""
    head, body = _parts(text)
    parts = [p for p in body.split("\n") if p.strip()]
    glue = "\n"
    if len(parts) < 3:
        parts, glue = _SENTENCE.split(body), " "
    kept = [p for p in parts if dice.random() > 1 / 3]
    return f"{head}\n{glue.join(kept if sum(len(p.split()) for p in kept) >= FEWEST_WORDS // 3 else parts)}".strip()


def rebylined(text: str, dice: random.Random) -> str:
    """Another byline, and one word in 25 changed, dropped or added."""
    words = []
    for word in _parts(text)[1].split(" "):
        chance = dice.random()
        if chance < _EDITED / 2:
            words.append(dice.choice(_SWAPS))
        elif chance > 1 - _EDITED / 4:
            words += [word, dice.choice(_SWAPS)]
        elif chance > _EDITED * 0.75:
            words.append(word)
    return f"{_parts(text)[0]}\n\n{dice.choice(_BYLINES)}\n\n{' '.join(words)}"


MAKERS: tuple[Callable[[str, random.Random], str], ...] = (shortened, reheadlined, thinned, rebylined)


def words_of_body(text: str) -> int:
    """How many words a text has below its headline."""
    return len(_parts(text)[1].split())


def _parts(text: str) -> tuple[str, str]:
    """Headline and body; a text that opens with a whole paragraph has no headline."""
    head, _, body = text.partition("\n")
    return (head, body) if body.strip() and len(head.split()) <= _LONGEST_HEAD else ("", text)
