"""One record laid out: its values with who gives them and the words, then the paragraphs with the words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import timedelta
from typing import Any

from rich.table import Table
from rich.text import Text

from ..export.why import claims_of, plain_words
from ..export.wording import (
    count_words,
    length_words,
    moment_words,
    party_words,
    place_words,
    when_words,
)
from ..records.claim import Claim, Harm, IncidentClaim, TruceClaim
from ..records.count import Count
from ..records.fields import FieldError, from_text, slot_at
from ..records.ledger import Breach, Decided, Incident, Toll, Truce
from ..records.party import Party
from ..records.place import Place
from ..records.review import KINDS, kind_of
from ..records.text import Article, Cited, Evidence, Note, Row, Span
from ..records.when import When
from .ledgers import View
from .tables.base import harm_words, voice_words
from .tables.incidents import OUTCOMES
from .tables.tellings import telling_lines
from .tables.truces import condition_words, term_words

_SKIPPED = frozenset({"id", "article", "said", "words"})


def print_record(out: Any, seen: View, found: Truce | Incident | Toll | Claim) -> None:
    """Everything known of one record."""
    claims = claims_of(found)
    if isinstance(found, Truce):
        _truce(out, seen, found)
    elif isinstance(found, Incident):
        _heading(out, f"{found.id}: {found.lead.sub_event or found.lead.event.value}")
    elif isinstance(found, Toll):
        _heading(out, f"{found.id}: {harm_words(found.claim.harm)}")
        if found.rivals:
            out.print(f"Rival figures: {', '.join(found.rivals)} (not summed, not decided between)")
    for claim in claims:
        _claim(out, seen, claim)
    if isinstance(found, (Truce, Incident)):
        for likeness in found.joined:
            reasons = "; ".join(r.sentence for r in likeness.reasons)
            out.print(f"Taken for one ({likeness.score:.2f}): {reasons}", style="dim")
    if isinstance(found, (Truce, Incident, Toll)):
        for line in telling_lines(seen.ledger, found):
            out.print(Text(line))
    for mark in decisions_on(seen, found):
        out.print(Text(mark, style="magenta"))
    _breaches(
        out, [b for b in seen.ledger.breaches if found.id in (b.incident, b.truce)], tests=isinstance(found, Incident)
    )
    for article in dict.fromkeys(c.article for c in claims):
        _context(out, seen.article(article), [s for c in claims if c.article == article for s in spans_in(c)])


def decisions_on(seen: View, found: Truce | Incident | Toll | Claim) -> list[str]:
    """What people decided on a record, in words: who, when, what, why."""
    claims = {c.id for c in claims_of(found)}
    return [
        decided_words(d, kind_of(claims_of(found)[0]))
        for d in seen.ledger.decided
        if found.id in (d.record, d.other) or d.record in claims
    ]


def decided_words(decided: Decided, kind: str) -> str:
    """ "J3, ana, 3 May 2016: correct place: Bahri (was Khartoum), the morgue's list"."""
    what = decided.verdict.value.replace("_", " ")
    if decided.field:
        old = f" (was {judged_words(kind, decided.field, decided.seen)})" if decided.seen is not None else ""
        what += f" {decided.field}: {judged_words(kind, decided.field, decided.value)}{old}"
    elif decided.value:
        what += f" {decided.value.replace('_', ' ')}"
    if decided.other:
        what += f" ({decided.record} and {decided.other})"
    why = f", {decided.reason}" if decided.reason else ""
    return f"{decided.judgement}, {decided.analyst}, {moment_words(decided.made, clock=False)}: {what}{why}"


def _heading(out: Any, words: str) -> None:
    out.print(Text(words, style="bold"))


def _truce(out: Any, seen: View, truce: Truce) -> None:
    _heading(out, f"{truce.id}: {truce.label} ({truce.instrument.replace('_', ' ')})")
    term = dict(seen.ledger.terms).get(truce.id)
    state = next((s for s in seen.ledger.states if s.truce == truce.id), None)
    out.print(f"Term: {term_words(truce, term)}")
    for step in term.steps if term else ():
        out.print(f"  - {step.sentence}")
    if state:
        out.print(f"State on {moment_words(state.at)}: {state.state.value.replace('_', ' ')}, because {state.why}")
    out.print(f"Condition: {condition_words(truce, state)}")
    if truce.parent:
        out.print(f"Stands under {truce.parent}")


def _claim(out: Any, seen: View, claim: Claim) -> None:
    article = seen.article(claim.article)
    title = article.title.value if article.title else article.source
    out.print()
    out.print(Text(f'{kind_of(claim)} claim {claim.id[:12]} in "{title}"', style="bold cyan"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(ratio=2)
    grid.add_column(ratio=3, style="italic")
    grid.add_row("said by", voice_words(claim.said), _quotes(claim.said.speaker.evidence) if claim.said.speaker else "")
    for stance, who, words in claim.said.responses:
        grid.add_row(
            "answered by",
            f"{party_words(who.value if who else None)}: {stance.value.replace('_', ' ')}",
            _quotes((words,)),
        )
    for name, value in _values(claim):
        grid.add_row(name.replace("_", " "), *_cells(value))
    out.print(grid)


def _values(claim: Claim) -> Iterator[tuple[str, Any]]:
    for field in fields(claim):
        value = getattr(claim, field.name)
        if field.name in _SKIPPED or value is None or value == ():
            continue
        if isinstance(value, bool):
            # Only what is out of the ordinary is worth a row.
            if (isinstance(claim, TruceClaim) and value) or (isinstance(claim, IncidentClaim) and not value):
                yield field.name, "yes" if value else "no"
            continue
        for one in value if isinstance(value, tuple) else (value,):
            yield field.name, one


def _cells(value: Any) -> tuple[str, str]:
    """A value in words, and the words it was read from."""
    if isinstance(value, Harm):
        by = f" ({voice_words(value.said)})" if value.said else ""
        return harm_words(value) + by, _quotes(value.count.evidence)
    if isinstance(value, Cited):
        words, quotes = _words(value.value), _quotes(value.evidence)
        return words, f"{quotes} [{value.derivation}]" if value.derivation else quotes
    return _words(value), ""


def _words(value: Any) -> str:
    if isinstance(value, Party):
        return party_words(value) + (" (an umbrella word)" if value.umbrella else "")
    if isinstance(value, Place):
        point = (
            f" [{value.lat:.2f}, {value.lon:.2f} ±{value.radius_km or 0:g} km]"
            if value.lat is not None and value.lon is not None
            else ""
        )
        return place_words(value) + point
    if isinstance(value, When):
        return when_words(value)
    if isinstance(value, Count):
        return count_words(value)
    if isinstance(value, timedelta):
        return length_words(value)
    return "the report's own voice" if value is None else str(value).replace("_", " ")


def judged_words(kind: str, field: str | None, text: str | None) -> str:
    """A value of a kind of claim that a judgement holds as JSON, in words."""
    if text is None or field is None:
        return text or "none"
    try:
        return plain_words(from_text(slot_at(KINDS[kind], field), text))
    except FieldError:
        return text


def _quotes(evidence: Sequence[Evidence]) -> str:
    return " … ".join(dict.fromkeys(_quote(e) for e in evidence))


def _quote(evidence: Evidence) -> str:
    if isinstance(evidence, Row):
        return f"{evidence.file} row {evidence.row}: {evidence.value}"
    if isinstance(evidence, Note):
        return f"{evidence.analyst}: {evidence.reason}"
    return f"“{' '.join(evidence.quote.split())}”"


def _breaches(out: Any, breaches: Sequence[Breach], *, tests: bool) -> None:
    for breach in breaches:
        counted = "" if breach.counted else ", not counted"
        out.print()
        out.print(
            Text(f"{breach.incident} against {breach.truce}: {OUTCOMES[breach.outcome]}{counted}", style="bold yellow")
        )
        out.print(f"  {breach.reason}")
        for test in breach.tests if tests else ():
            out.print(f"  {test.answer.value:8}{test.name}: {test.reason}", style="dim")


def spans_in(node: object) -> list[Span]:
    """Every span anywhere in a record, in text order."""
    found: list[Span] = []
    if isinstance(node, Span):
        return [node]
    if isinstance(node, tuple):
        for part in node:
            found += spans_in(part)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            found += spans_in(getattr(node, field.name))
    return sorted(set(found), key=lambda s: (s.start, s.end))


def _context(out: Any, article: Article, spans: Sequence[Span]) -> None:
    """The paragraphs that hold the words; without colour the words stand in brackets."""
    out.print()
    out.print(Text(f"In {article.source}", style="bold"))
    for segment in article.segments:
        inside = [s for s in spans if segment.start <= s.start < segment.end]
        if inside:
            out.print(
                _marked(article.text[segment.start : segment.end], segment.start, inside, colour=bool(out.color_system))
            )
            out.print()


def _marked(text: str, offset: int, spans: Sequence[Span], *, colour: bool) -> Text:
    covered = [False] * (len(text) + 1)
    for span in spans:
        for at in range(span.start - offset, min(span.end - offset, len(text))):
            covered[at] = True
    made, at = Text(), 0
    while at < len(text):
        end = at
        while end < len(text) and covered[end] == covered[at]:
            end += 1
        piece = text[at:end]
        if covered[at]:
            made.append(piece if colour else f"[{piece}]", style="bold black on yellow")
        else:
            made.append(piece)
        at = end
    return made
