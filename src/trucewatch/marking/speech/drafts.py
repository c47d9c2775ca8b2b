"""What speech marking hands from step to step: a statement whose speaker is still words."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.reading import Stance
from .cues import FoundCue


@dataclass(frozen=True, slots=True)
class Draft:
    """Offsets of content, cue and speaker's words; ``who`` are the tokens of the speaker in sentence ``index``.

    ``who`` None and ``same`` true: the speaker of the statement before. Both unset: nobody is named.
    ``depth`` counts the speakers that stand between this one and the narrator.
    """

    index: int
    content: tuple[int, int]
    cue: tuple[int, int]
    stance: Stance
    who: tuple[int, int] | None = None
    same: bool = False
    depth: int = 0
    factive: bool = False
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A reporting verb with its subject (tokens) and whether the subject stands after it."""

    cue: FoundCue
    subject: tuple[int, int] | None
    turned: bool
    apart: bool = False

    @property
    def start(self) -> int:
        """First token of subject and verb; of the verb alone where its subject stands elsewhere (``apart``)."""
        return self.subject[0] if self.subject and not self.turned and not self.apart else self.cue.group

    @property
    def end(self) -> int:
        """Token after verb and turned subject."""
        return self.subject[1] if self.subject and self.turned else self.cue.last
