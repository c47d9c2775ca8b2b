"""What a time expression is resolved against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from ...records.reading import TimeMention
from ...records.text import Span

_PAST = re.compile(
    r"\b(?:\w+ed|was|were|had|since|last|began|took|broke|fell|shot|hit|left|went|came|won|lost|met|held|blew|fled)\b[^.;,]*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Context:
    """One match and its surroundings.

    ``today`` is the midnight that begins the day of reference (None where no date is known), ``last`` the day told
    last in the text before: "the next day" and "two days later" count from it. ``forward`` says that the frame looks
    ahead. ``taken`` are the mentions of the sentence found so far; ``continues`` says that this time is the end of a
    stretch that begins with the one before it.
    """

    hit: re.Match[str]
    span: Span
    today: datetime | None
    last: datetime | None
    forward: bool
    taken: tuple[TimeMention, ...]
    continues: bool = False

    @property
    def words(self) -> str:
        """The matched words with single blanks."""
        return " ".join(self.span.quote.split())

    @property
    def after_past(self) -> bool:
        """Whether a verb of the past stands close before: "was blown up in September"."""
        return _PAST.search(self.hit.string[max(0, self.hit.start() - 40) : self.hit.start()]) is not None

    def group(self, name: str) -> str:
        """A named group in lower case with single blanks; empty where the row has none or it did not match."""
        found = self.hit.groupdict().get(name)
        return " ".join((found or "").lower().split())
