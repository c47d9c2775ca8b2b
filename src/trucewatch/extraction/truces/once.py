"""One mention of a truce with all that its stretch says, and what a text has told of truces before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ...records.claim import Condition, TruceAct
from ...records.place import Place
from ...records.text import Cited
from ...records.when import When
from .acts import Act, act_of, condition_of
from .areas import areas_of, widening
from .left_out import areas_left_out, without_places
from .mentions import TruceMention
from .scene import Scene
from .scope import Scope, scope_of
from .sides import Sides, sides_of
from .terms import Terms, terms_of


@dataclass(frozen=True, slots=True)
class Thread:
    """A truce the text has spoken of: its area, and the claim that gave it."""

    area: Cited[Place] | None
    instrument: str
    sentence: int
    label: Cited[str]


@dataclass(frozen=True, slots=True)
class Read:
    """One mention with all that its stretch says."""

    mention: TruceMention
    act: Act
    terms: Terms
    sides: Sides
    condition: Cited[Condition] | None
    areas: tuple[Cited[Place], ...]
    left_out: tuple[Cited[Place], ...]
    scope: Scope


def read_once(scene: Scene, mention: TruceMention) -> Read:
    wider = widening(scene, mention)
    condition = condition_of(scene, mention)
    act = act_of(scene, mention, widening=wider)
    if act.talk and condition is not None:
        # Bargaining to save a truce makes no new one.
        act = Act(TruceAct.MENTIONED, heads=act.heads)
    terms = terms_of(scene, mention, act)
    if act.act is TruceAct.IN_FORCE and to_come_after(scene, terms.start):
        act = act_of(scene, mention, widening=wider, to_come=True)
        terms = terms_of(scene, mention, act)
    left_out = areas_left_out(scene, mention)
    sides = without_places(sides_of(scene, mention, act), left_out)
    out = {s for area in left_out for s in area.evidence}
    areas = tuple(a for a in areas_of(scene, mention) if not out & set(a.evidence))
    return Read(mention, act, terms, sides, condition, areas, left_out, scope_of(scene, mention, act.act))


def to_come_after(scene: Scene, start: Cited[When] | None) -> bool:
    """Whether a truce begins on a day after the report."""
    published = published_at(scene)
    return (
        start is not None
        and start.value.start is not None
        and published is not None
        and start.value.start >= published + timedelta(days=1)
    )


def published_at(scene: Scene) -> datetime | None:
    """When the report was published, as local time."""
    published = scene.reading.article.published
    return published.when.start if published else None
