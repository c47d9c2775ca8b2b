"""The truce board as a drawing: one row per truce, its term as a bar, the incidents held against it as signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...records.ledger import Breach, Incident, Ledger, Outcome, Term, Truce
from ...records.when import When
from ..wording import moment_words, place_words, when_words

LEFT, WIDTH, ROW, TOP = 250, 720, 44, 40
# Reports further apart than this are drawn on boards of their own.
_GAP = timedelta(days=45)
# Signs stand at least this far apart.
_APART = 24
# Further back than this the bar is cut and an arrow says since when.
_LONGEST = timedelta(days=60)
_SIGNS = {
    Outcome.ALLEGED: "alleged",
    Outcome.CORROBORATED: "alleged",
    Outcome.VERIFIED: "alleged",
    Outcome.DISPUTED: "disputed",
    Outcome.UNATTRIBUTED: "unattributed",
    Outcome.EXEMPT: "exempt",
    Outcome.NOT_ASSESSABLE: "unknown",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a row in drawing units; ``kind``: term, extension, lead (uncertain start), faded (unknown end)."""

    x: float
    width: float
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Incidents of one assessment at one moment of a row; ``number`` is how many, ``target`` the first of them."""

    x: float
    kind: str
    title: str
    target: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One truce: its label and area, bars, ticks of rival ends, signs; ``since`` where the bar is cut on the left."""

    y: float
    label: str
    area: str
    depth: int
    bars: tuple[Bar, ...]
    rivals: tuple[tuple[float, str], ...]
    signs: tuple[Sign, ...]
    since: str
    target: str


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the drawing needs, in drawing units."""

    height: float
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    now: float | None
    now_words: str


@dataclass(frozen=True, slots=True)
class _Scale:
    start: datetime
    end: datetime

    def x(self, moment: datetime) -> float:
        share = (moment - self.start) / (self.end - self.start)
        return round(LEFT + WIDTH * min(1.0, max(0.0, share)), 1)


def boards_of(ledger: Ledger) -> tuple[Board, ...]:
    """One board for each period that truces cluster in; a nationwide truce and its local ones share a board."""
    groups: list[list[Truce]] = []
    families = sorted(_families(ledger), key=lambda family: _anchor(family, ledger) or datetime.max)
    last: datetime | None = None
    for family in families:
        anchor = _anchor(family, ledger)
        if not groups or (anchor is not None and last is not None and anchor - last > _GAP):
            groups.append([])
        groups[-1].extend(family)
        last = anchor or last
    return tuple(board for group in groups if (board := _board(group, ledger)))


def _families(ledger: Ledger) -> list[list[Truce]]:
    """Truces that stand under no other, each with those under it."""
    families: list[list[Truce]] = []
    for truce, depth in _ordered(ledger.truces):
        if depth == 0:
            families.append([])
        families[-1].append(truce)
    return families


def _anchor(family: list[Truce], ledger: Ledger) -> datetime | None:
    """The latest moment that a family's terms or reports give."""
    terms, out = dict(ledger.terms), {a.id: a.published.when.start for a in ledger.articles if a.published}
    moments = [m for t in family for m in _moments(terms[t.id])]
    moments += [m for t in family for c in t.claims if (m := out.get(c.article))]
    return max(moments, default=None)


def _moments(term: Term) -> list[datetime]:
    return [m for w in (term.start, term.end, *term.rivals) if w for m in (w.start, w.end) if m]


def _board(truces: list[Truce], ledger: Ledger) -> Board | None:
    terms, incidents = dict(ledger.terms), {incident.id: incident for incident in ledger.incidents}
    out = [
        a.published.when.end
        for a in ledger.articles
        if a.published and a.id in {c.article for t in truces for c in t.claims}
    ]
    now = max((m for m in out if m), default=None)
    scale = _scale([m for t in truces for m in _moments(terms[t.id])], now)
    if scale is None:
        return None
    if ledger.at is not None and scale.start <= ledger.at <= scale.end:
        now = ledger.at
    rows = []
    for number, (truce, depth) in enumerate(_ordered(tuple(truces))):
        held = [b for b in ledger.breaches if b.truce == truce.id and b.counted]
        rows.append(_row(truce, terms[truce.id], depth, number, held, incidents, scale))
    words = moment_words(now) if now else ""
    return Board(TOP + ROW * len(rows) + 10, tuple(rows), _ticks(scale), scale.x(now) if now else None, words)


def _ordered(truces: tuple[Truce, ...]) -> list[tuple[Truce, int]]:
    """Local truces under the one that they reinforce."""
    ids = {t.id for t in truces}
    out: list[tuple[Truce, int]] = []

    def add(truce: Truce, depth: int) -> None:
        out.append((truce, depth))
        for child in truces:
            if child.parent == truce.id and child.id != truce.id:
                add(child, depth + 1)

    for truce in truces:
        if truce.parent not in ids:
            add(truce, 0)
    return out


def _scale(moments: list[datetime], now: datetime | None) -> _Scale | None:
    """From the first moment to the last, the far past cut off."""
    moments = [*moments, *([now] if now else [])]
    if not moments:
        return None
    first, last = min(moments), max(moments)
    if last - first > _LONGEST:
        first = min(m for m in moments if last - m <= _LONGEST / 2)
    pad = max((last - first) / 8, timedelta(days=1))
    return _Scale(first - pad, last + pad)


def _row(
    truce: Truce,
    term: Term,
    depth: int,
    number: int,
    held: list[Breach],
    incidents: dict[str, Incident],
    scale: _Scale,
) -> Row:
    cut = term.start is not None and term.start.start is not None and term.start.start < scale.start
    area = place_words(truce.area.value) if truce.area else "area not stated"
    return Row(
        y=TOP + ROW * number,
        label=truce.label[:34],
        area=area[:44],
        depth=depth,
        bars=_bars(term, scale),
        rivals=tuple((scale.x(w.end), f"rival end: {when_words(w)}") for w in term.rivals if w.end),
        signs=_together(s for b in held if (s := _sign(b, incidents.get(b.incident), scale))),
        since=f"since {when_words(term.start)}" if cut else "",
        target=f"t-{truce.id}",
    )


def _bars(term: Term, scale: _Scale) -> tuple[Bar, ...]:
    """The term as known: an uncertain start leads in, an extension is hatched, an unknown end fades out."""
    if term.start is None or term.start.start is None or term.start.start > scale.end:
        return ()
    begin = term.start.end or term.start.start
    bars = [_bar(scale, term.start.start, begin, "lead", f"starts {when_words(term.start)}")]
    if term.end is None or term.end.end is None:
        bars.append(_bar(scale, begin, scale.end, "faded", "no end is known"))
        return tuple(bars)
    first = next((s.end for s in term.steps if s.end is not None and s.end.end is not None), term.end)
    middle = min(first.end or term.end.end, term.end.end)
    bars.append(_bar(scale, begin, middle, "term", f"until {when_words(first)}"))
    if term.end.end > middle:
        bars.append(_bar(scale, middle, term.end.end, "extension", f"extended to {when_words(term.end)}"))
    return tuple(bar for bar in bars if bar.width > 0)


def _bar(scale: _Scale, start: datetime, end: datetime, kind: str, title: str) -> Bar:
    low, high = scale.x(start), scale.x(end)
    return Bar(low, round(max(0.0, high - low), 1), kind, title)


def _sign(breach: Breach, incident: Incident | None, scale: _Scale) -> Sign | None:
    kind = _SIGNS.get(breach.outcome)
    when = _when(incident) if incident else None
    if kind is None or when is None or when.start is None:
        return None
    middle = when.start + ((when.end or when.start) - when.start) / 2
    if not scale.start <= middle <= scale.end:
        return None
    words = f"{breach.outcome.value.replace('_', ' ')}: {breach.reason} ({when_words(when)})"
    return Sign(scale.x(middle), kind, words, f"i-{breach.incident}")


def _together(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """Signs of one kind at one moment are one sign with a number; kinds at one moment stand side by side."""
    groups: dict[tuple[float, str], list[Sign]] = {}
    for sign in signs:
        groups.setdefault((sign.x, sign.kind), []).append(sign)
    out: list[Sign] = []
    for (x, kind), group in sorted(groups.items()):
        moved = out[-1].x + _APART if out and x - out[-1].x < _APART else x
        out.append(Sign(moved, kind, "; ".join(s.title for s in group), group[0].target, len(group)))
    return tuple(out)


def _when(incident: Incident) -> When | None:
    return next((c.when.value for c in incident.claims if c.when), None)


def _ticks(scale: _Scale) -> tuple[tuple[float, str], ...]:
    """At most ten whole days."""
    days = (scale.end - scale.start).days + 1
    step = max(1, -(-days // 10))
    first = scale.start.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    moments = (first + timedelta(days=step * n) for n in range(12))
    shown = [m for m in moments if m < scale.end]
    return tuple((scale.x(m), f"{m.day} {m:%b}{f' {m.year}' if m == shown[0] else ''}") for m in shown)
