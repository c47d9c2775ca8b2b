"""A figure that grows from report to report: who gave which when, which of them stand, and the reading they give.

The latest figure of one origin stands in the place of its earlier ones; different origins stand side by side, and the
reading is the range over them. A report that prints, on no word but its own, a figure that somebody gave before and has
since replaced repeats it: late print is not late knowledge. Nothing is added up, nothing chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ..records.claim import Harm, IncidentClaim, TollClaim
from ..records.count import Count
from ..records.reading import Stance
from ..records.text import Article

_FALLEN = frozenset({Stance.DENIED, Stance.RETRACTED})
RULE = "the range over the latest figure of each origin"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as printed. ``origin`` is whose word it is in the end, ``standing`` whether it bears on the reading.

    ``why`` says in words why it does not stand.
    """

    day: date | None
    origin: str
    article: str
    count: Count
    who: str | None
    claim: str
    standing: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class FigureReading:
    """What was known of one figure at a moment: its rows, oldest first, and the interval over those that stand.

    ``low`` and ``high`` are inclusive, ``high`` None where no standing figure bounds it; both None where there is none.
    """

    at: datetime | None
    verb: str
    rows: tuple[FigureRow, ...]
    low: int | None
    high: int | None
    rule: str = RULE


@dataclass(frozen=True, slots=True)
class _Told:
    out: datetime | None
    origin: str
    own: bool
    claim: IncidentClaim | TollClaim
    harm: Harm

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        return self.harm.count.value.low, self.harm.count.value.high


def reading_of(
    claims: Sequence[IncidentClaim | TollClaim],
    verb: str,
    articles: Mapping[str, Article],
    outlets: Mapping[str, str],
    at: datetime | None = None,
) -> FigureReading:
    """The figure of a verb (killed, injured …) as the reports out by ``at`` give it.

    ``outlets`` names the outlet of each article. Parts of another figure ("among them three children") and
    single groups of a whole that is not told are left out.
    """
    told = [t for c in claims for t in _told(c, verb, articles, outlets) if at is None or (t.out and t.out <= at)]
    told.sort(key=lambda t: (t.out or datetime.max, t.claim.article, t.claim.words[0].start))
    rows = tuple(_row(t, told) for t in told)
    standing = [r.count for r in rows if r.standing]
    lows = [c.low for c in standing if c.low is not None]
    highs = [c.high for c in standing]
    high = None if not highs or None in highs else max(h for h in highs if h is not None)
    return FigureReading(at, verb, rows, min(lows, default=None), high)


def days_of(claims: Sequence[IncidentClaim | TollClaim], articles: Mapping[str, Article]) -> tuple[datetime, ...]:
    """The moments at which the reports of a record were out, each once, in order."""
    return tuple(sorted({out for c in claims if (out := _out(articles.get(c.article))) is not None}))


def _out(article: Article | None) -> datetime | None:
    return article.published.when.start if article is not None and article.published is not None else None


def _told(
    claim: IncidentClaim | TollClaim, verb: str, articles: Mapping[str, Article], outlets: Mapping[str, str]
) -> list[_Told]:
    harms = [h for h in (claim.harms if isinstance(claim, IncidentClaim) else (claim.harm,)) if h.verb == verb]
    whole = [h for h in harms if h.part_of is None]
    if len(whole) > 1:
        # Several groups of one verb in one clause are parts of a whole that is not told.
        return []
    found = []
    for harm in whole:
        said = harm.said or claim.said
        speaker = said.chain[-1] if said.chain else said.speaker
        origin = speaker.value.shown if speaker else outlets.get(claim.article, "the report's own voice")
        found.append(_Told(_out(articles.get(claim.article)), origin, speaker is None, claim, harm))
    return found


def _row(one: _Told, told: Sequence[_Told]) -> FigureRow:
    why = _set_aside(one, told)
    return FigureRow(
        one.out.date() if one.out else None,
        one.origin,
        one.claim.article,
        one.harm.count.value,
        one.harm.who.value if one.harm.who else None,
        one.claim.id,
        not why,
        why,
    )


def _set_aside(one: _Told, told: Sequence[_Told]) -> str:
    """Why a figure bears on the reading no more; empty where it does."""
    if (one.harm.said or one.claim.said).stance in _FALLEN:
        return "taken back or denied"
    told = [t for t in told if (t.harm.said or t.claim.said).stance not in _FALLEN]
    later = [t for t in told if t.origin == one.origin and _after(t, one)]
    if later:
        last = later[-1]
        if last.bounds == one.bounds:
            return f"said again{_on(last)}"
        return f"{one.origin} has since said {last.harm.count.value.wording}{_on(last)}"
    if not one.own:
        return ""
    # Of a figure without a voice the first who gave it is the origin.
    first = next((t for t in told if t is not one and t.bounds == one.bounds and _after(one, t)), None)
    if first is None:
        return ""
    newer = [t for t in told if t.origin == first.origin and _after(t, first) and t.bounds != first.bounds]
    if newer:
        return (
            f"prints what {first.origin} said{_on(first)}, who since then said "
            f"{newer[-1].harm.count.value.wording}{_on(newer[-1])}"
        )
    return f"prints what {first.origin} said{_on(first)}"


def _after(later: _Told, earlier: _Told) -> bool:
    if later is earlier:
        return False
    if later.out == earlier.out:
        return (later.claim.article, later.claim.words[0].start) > (earlier.claim.article, earlier.claim.words[0].start)
    return later.out is not None and (earlier.out is None or later.out > earlier.out)


def _on(told: _Told) -> str:
    return f" on {told.out.day} {told.out:%b %Y}" if told.out else ""
