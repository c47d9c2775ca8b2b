"""An incident's figures as rows by source and origin, and what they come to under a rule: nothing is added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from ..knowledge.names import fold
from ..records.claim import Harm, IncidentClaim, TollClaim
from ..records.reading import Stance
from ..records.text import Article
from ..records.toll_reading import RowState, TollReading, TollRow, TollRule

Copies = Mapping[str, Mapping[str, float]]
_FALLEN = frozenset({Stance.RETRACTED, Stance.DENIED})


def toll_readings(
    claims: Sequence[IncidentClaim | TollClaim],
    articles: Mapping[str, Article],
    copies: Copies,
    rule: TollRule = TollRule.RANGE,
    order: Sequence[str] = (),
) -> tuple[TollReading, ...]:
    """One reading for each verb that the claims of an incident give figures of.

    ``order`` names sources, the most trusted first, for the rule SOURCE_ORDER.
    """
    roots = _roots([c.article for c in claims], articles, copies)
    rows: dict[str, list[TollRow]] = {}
    for claim in claims:
        for harm, part in _harms(claim):
            rows.setdefault(harm.verb, []).append(_row(claim, harm, part, articles, roots))
    return tuple(reading(verb, found, rule, order) for verb, found in rows.items())


def reading(verb: str, rows: Sequence[TollRow], rule: TollRule, order: Sequence[str] = ()) -> TollReading:
    """What rows of one verb come to under a rule."""
    told = _superseded(rows)
    standing = [r for r in told if r.state is RowState.STANDS]
    low, high, why = _RULES[rule](standing, order) if standing else (None, None, "no figure stands")
    return TollReading(verb, rule, low, high, why, len({r.origin for r in standing}), tuple(told))


def _roots(names: Sequence[str], articles: Mapping[str, Article], copies: Copies) -> dict[str, str]:
    """Each article's origin among those of one incident: the first published of the texts it shares its words with."""
    home: dict[str, str] = {}
    for name in sorted(dict.fromkeys(names), key=lambda n: (_out(articles.get(n)) or datetime.max, n)):
        home[name] = next((home[other] for other in home if other in copies.get(name, {})), name)
    return home


def _harms(claim: IncidentClaim | TollClaim) -> Iterator[tuple[Harm, bool]]:
    """The figures of a claim, and whether each is only a part: told so, or one of several groups of one verb."""
    harms = claim.harms if isinstance(claim, IncidentClaim) else (claim.harm,)
    groups = Counter(h.verb for h in harms if not h.part_of)
    for harm in harms:
        yield harm, bool(harm.part_of) or groups[harm.verb] > 1


def _row(
    claim: IncidentClaim | TollClaim, harm: Harm, part: bool, articles: Mapping[str, Article], roots: Mapping[str, str]
) -> TollRow:
    said = harm.said or claim.said
    speaker = said.speaker.value if said.speaker else None
    article = articles.get(claim.article)
    # A counter that is cited is the origin whoever carries it; else the agency, else the text that the words come from.
    agency = fold(article.agency.value) if article and article.agency else None
    origin = (
        f"voice:{fold(speaker.name)}" if speaker else f"agency:{agency}" if agency else f"text:{roots[claim.article]}"
    )
    row = TollRow(
        claim.id,
        claim.article,
        harm.count.value,
        harm.who.value if harm.who else None,
        speaker.shown if speaker else None,
        origin,
        _out(article),
    )
    if claim.said.stance in _FALLEN or said.stance in _FALLEN:
        return replace(row, state=RowState.STRUCK, why="taken back or denied")
    return replace(row, state=RowState.PART, why="a part or one group; not added up") if part else row


def _out(article: Article | None) -> datetime | None:
    return article.published.when.start if article and article.published else None


def _superseded(rows: Sequence[TollRow]) -> list[TollRow]:
    """The rows in order of publication: of one origin the latest new figure stands, one already overtaken is stale."""
    ordered = sorted(rows, key=lambda r: (r.published or datetime.max, r.article, r.claim))
    told = list(ordered)
    for origin in dict.fromkeys(r.origin for r in ordered):
        own = [n for n, r in enumerate(told) if r.origin == origin and r.state is RowState.STANDS and r.published]
        overtaken: dict[tuple[int | None, int | None], datetime] = {}
        current: list[int] = []
        for n in own:
            row = told[n]
            published = row.published
            assert published is not None
            figure = (row.count.low, row.count.high)
            if figure in overtaken:
                why = f"repeats a figure of {overtaken[figure]:%d %b %Y} that its origin has since replaced"
                told[n] = replace(row, state=RowState.STALE, why=why)
                continue
            older = [m for m in current if _figure(told[m]) != figure and (told[m].published or published) < published]
            for m in older:
                overtaken[_figure(told[m])] = told[m].published or published
                why = f"replaced by {row.count.wording} of {published:%d %b %Y}, of the same origin"
                told[m] = replace(told[m], state=RowState.SUPERSEDED, why=why)
            current = [m for m in current if m not in older] + [n]
    return _late_print(told)


def _late_print(rows: list[TollRow]) -> list[TollRow]:
    """A report that prints, on no word but its own, a figure that somebody gave before and has since replaced repeats it:
    late print is not late knowledge."""
    told = list(rows)
    for n, row in enumerate(rows):
        if row.source is not None or row.state is not RowState.STANDS:
            continue
        same = (r for r in rows if r.origin != row.origin and _figure(r) == _figure(row) and r.source is not None)
        first = next(same, None)
        if first and first.state is RowState.SUPERSEDED and first.published and _not_before(row, first):
            why = f"prints what {first.source} said on {first.published:%d %b %Y}, and has since replaced"
            told[n] = replace(row, state=RowState.STALE, why=why)
    return told


def _not_before(late: TollRow, first: TollRow) -> bool:
    return late.published is not None and first.published is not None and late.published >= first.published


def _figure(row: TollRow) -> tuple[int | None, int | None]:
    return row.count.low, row.count.high


def _range(rows: Sequence[TollRow], order: Sequence[str]) -> tuple[int | None, int | None, str]:
    lows = [r.count.low for r in rows if r.count.low is not None]
    highs = [r.count.high for r in rows if r.count.high is not None]
    low = min(lows, default=None)
    high = max(highs, default=None) if len(highs) == len(rows) else None
    names = "; ".join(dict.fromkeys(f"{r.count.wording} ({_named(r)})" for r in rows))
    return low, high, f"from the lowest to the highest that stands: {names}"


def _majority(rows: Sequence[TollRow], order: Sequence[str]) -> tuple[int | None, int | None, str]:
    told: dict[tuple[int | None, int | None], set[str]] = {}
    for row in rows:
        told.setdefault(_figure(row), set()).add(row.origin)
    origins = len({r.origin for r in rows})
    figure, by = max(told.items(), key=lambda item: (len(item[1]), item[0][0] or 0))
    if 2 * len(by) > origins:
        return *figure, f"{len(by)} of {origins} independent origins give it"
    low, high, why = _range(rows, order)
    return low, high, f"no figure has a majority of the {origins} independent origins; {why}"


def _source_order(rows: Sequence[TollRow], order: Sequence[str]) -> tuple[int | None, int | None, str]:
    for name in order:
        own = [r for r in rows if r.source is not None and fold(r.source) == fold(name)]
        if own:
            low, high, _ = _range(own, order)
            return low, high, f"{own[-1].source} comes first in the order of sources"
    low, high, why = _range(rows, order)
    return low, high, f"no source of the order given is among them; {why}"


def _latest(rows: Sequence[TollRow], order: Sequence[str]) -> tuple[int | None, int | None, str]:
    dated = [r for r in rows if r.published is not None]
    if not dated:
        low, high, why = _range(rows, order)
        return low, high, f"no report is dated; {why}"
    last = max(r.published for r in dated if r.published is not None)
    own = [r for r in dated if r.published == last]
    low, high, _ = _range(own, order)
    return low, high, f"the last new figure, {own[0].count.wording} by {_named(own[0])} of {last:%d %b %Y}"


def _named(row: TollRow) -> str:
    return row.source or "the report's own voice"


_RULES = {
    TollRule.RANGE: _range,
    TollRule.MAJORITY: _majority,
    TollRule.SOURCE_ORDER: _source_order,
    TollRule.LATEST: _latest,
}
