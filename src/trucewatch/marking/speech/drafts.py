"""What speech marking hands from step to step: a statement whose speaker is still words."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.reading import Stance


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
