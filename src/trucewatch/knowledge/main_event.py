"""Words by which an article's main event is found: ``data/coding/main_event.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Endings of verbs in headlines; a noun in -s is no verb unless listed.
_ENDING = re.compile(r"^[a-z]{3,}(?:ed|ises|izes|ates|ifies|ens)$")


@dataclass(frozen=True, slots=True)
class MainEventWords:
    """``sites`` and ``named_sites`` have the site as their first group: a plain word for one, and a name behind "in" or "at"."""

    verbs: frozenset[str]
    furniture: re.Pattern[str]
    sites: re.Pattern[str]
    named_sites: re.Pattern[str]

    def verb(self, word: str) -> bool:
        """Whether a word can be the verb of a headline."""
        low = word.lower()
        return low in self.verbs or bool(_ENDING.match(low))


@cache
def main_event_words() -> MainEventWords:
    """The reviewed words."""
    data = tomllib.loads(files("trucewatch").joinpath("data", "coding", "main_event.toml").read_text("utf-8"))
    return MainEventWords(
        frozenset(data["verbs"].split()),
        re.compile(rf"\b(?:{data['furniture']})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:in|at|outside|near|inside)\s+(?:the\s+|an?\s+)?((?:[\w'’-]+\s+){{0,2}}(?:{data['sites']}))\b"
        ),
        re.compile(
            r"\b(?:in|at|outside|near|inside)\s+(?:the\s+)?(?!(?:January|February|March|April|May|June|July|August|September|October|"
            r"November|December)\b)((?:[A-Z][\w-]+)(?:\s+[A-Z][\w-]+){0,3})\b(?!['’]s)"
        ),
    )
