"""Why a record says what it says: each value down to its words and the rule that made it of them, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ..knowledge.events import found_triggers
from ..records.claim import Claim, IncidentClaim, TollClaim
from ..records.count import Count
from ..records.fields import VERBS, FieldError, cited_at, full_path, slot_at, value_at
from ..records.ledger import Incident, Ledger, Toll, Truce
from ..records.party import Party
from ..records.place import Place
from ..records.text import Article, Cited, Note, Row, Span
from ..records.when import When
from .figures import RULES, reading_of, whose
from .grades import grade_words
from .privacy import Redaction
from .wording import count_words, length_words, moment_words, party_words, place_words, speaker_words, when_words

Record = Truce | Incident | Toll | Claim
# Of a long sentence so many characters stand on either side of the words.
_AROUND = 160
COMPUTED = ("term", "state", "condition", "breach", "joined")


@dataclass(frozen=True, slots=True)
class Ground:
    """One value of one report: the value in words, whose word it is, the quotes, and how it follows from them."""

    value: str
    said_by: str
    report: str
    published: str
    quotes: tuple[str, ...]
    rules: tuple[str, ...]
    claim: str


@dataclass(frozen=True, slots=True)
class Why:
    """The answer: values with their ground, then the sentences that say how the record's value follows from them."""

    record: str
    field: str
    grounds: tuple[Ground, ...]
    rules: tuple[str, ...]


def why(ledger: Ledger, record: Record, field: str, read: Mapping[str, Claim]) -> Why:
    """Why a record of a ledger has its value of a field. ``read`` are the claims as they were read, by id.

    Raises:
        FieldError: the record has no such field; the message names those it has.
    """
    asked, _, other = field.strip().partition("=")
    if asked in COMPUTED:
        return Why(
            record.id,
            field,
            (),
            tuple(_computed(ledger, record, asked, other)) or (f"nothing is known of its {asked}",),
        )
    claims = claims_of(record)
    path = full_path(type(claims[0]), asked)
    try:
        slot_at(type(claims[0]), path)
    except FieldError as error:
        raise FieldError(f"{error}; or {', '.join(COMPUTED)}") from error
    teller = _Teller(ledger, record.id, read)
    told = [teller.ground(c, path) for c in claims if value_at(c, path) not in (None, ())]
    return Why(record.id, path, tuple(told), tuple(_together(ledger, record, path, claims, told)))


def claims_of(record: Record) -> tuple[Claim, ...]:
    """The claims a record was compiled from."""
    if isinstance(record, Toll):
        return (record.claim, *record.repeats)
    return record.claims if isinstance(record, (Truce, Incident)) else (record,)


class _Teller:
    """Tells the ground of single values, with no private name in them."""

    def __init__(self, ledger: Ledger, record: str, read: Mapping[str, Claim]) -> None:
        self.ledger, self.record = ledger, record
        self.articles = {a.id: a for a in ledger.articles}
        self.redaction = Redaction(ledger)
        self.read = read

    def ground(self, claim: Claim, path: str) -> Ground:
        article = self.articles[claim.article]
        cited = cited_at(claim, path)
        grades = grade_words(self.ledger, self.record, claim, article)
        spans = [e for c in cited for e in c.evidence if isinstance(e, Span)] or list(claim.words)
        return Ground(
            plain_words(value_at(claim, path)),
            speaker_words(claim.said) + (f" ({grades})" if grades else ""),
            article.title.value if article.title else article.source,
            when_words(article.published.when) if article.published else "unknown",
            tuple(dict.fromkeys(self.sentence(article, s) for s in spans)),
            tuple(dict.fromkeys(self.redaction.clean(r) for r in self.rules(claim, path, cited, article))),
            claim.id,
        )

    def sentence(self, article: Article, span: Span) -> str:
        """The words in the sentence they stand in, marked by brackets."""
        start, end = next(
            ((s.start, s.end) for s in article.segments if s.start <= span.start < s.end), (0, len(article.text))
        )
        before = article.text[start : span.start].rsplit(". ", 1)[-1]
        ends = span.quote.rstrip().endswith((".", "!", "?"))
        after = "" if ends else article.text[span.end : max(end, span.end)].split(". ", 1)[0]
        if len(before) > _AROUND:
            before = "…" + before[-_AROUND:].split(" ", 1)[-1]
        if len(after) > _AROUND:
            after = after[:_AROUND].rsplit(" ", 1)[0] + "…"
        return self.redaction.clean(" ".join(f"{before}[{span.quote}]{after}".split()))

    def rules(self, claim: Claim, path: str, cited: Sequence[Cited[Any]], article: Article) -> Iterator[str]:
        """How the value follows from the words."""
        for one in cited:
            yield from self._by_hand(claim, path, one)
            quote = next((" ".join(e.quote.split()) for e in one.evidence if isinstance(e, Span)), "")
            if one.derivation:
                yield f"it is not read off but follows: {one.derivation}"
            yield from _value_rule(one.value, quote, article)
            for e in one.evidence:
                if isinstance(e, Row):
                    yield f"{e.file}, row {e.row}, {e.column}: {e.value}"
        if isinstance(claim, IncidentClaim) and path in ("event", "sub_event"):
            yield from _event_rule(claim, article)
        elif not cited:
            yield f"the clause is told so: {plain_words(value_at(claim, path))}"

    def _by_hand(self, claim: Claim, path: str, cited: Cited[Any]) -> Iterator[str]:
        for note in cited.evidence:
            if isinstance(note, Note):
                reason = f": {note.reason}" if note.reason else ""
                yield f"{note.analyst} put it in by hand{reason}"
                machine = self.read.get(claim.id)
                if machine is not None and machine.id == claim.id and value_at(machine, path) != cited.value:
                    yield f"what was read there is {plain_words(value_at(machine, path))}"


def _value_rule(value: Any, quote: str, article: Article) -> Iterator[str]:
    if isinstance(value, Count):
        yield f"“{value.wording}” is {count_words(value)}"
    elif isinstance(value, When):
        out = f" in a report published {when_words(article.published.when)}" if article.published else ""
        yield f"“{value.wording or quote}”{out} is {when_words(value)}, known to the {value.precision.value.replace('_', ' ')}"
    elif isinstance(value, Place):
        yield _place_rule(value)
    elif isinstance(value, Party):
        if value.id.startswith("text:"):
            yield f"no reviewed row has {party_words(value)}; it is named as the report prints it"
        else:
            yield f"{party_words(value)} is {value.id.split(':')[-1]} of the reviewed parties ({value.kind.value.replace('_', ' ')})"
    elif isinstance(value, timedelta):
        yield f"“{quote}” is {length_words(value)}"


def _place_rule(place: Place) -> str:
    if not place.found:
        return f"no table has {place.name}; it has no point on any map"
    point = f" at {place.lat:.2f}, {place.lon:.2f} ±{place.radius_km or 0:g} km" if place.lat is not None else ""
    return f"the tables have {place_words(place)} as a {place.level.value}{point} ({place.gazetteer_id})"


def _event_rule(claim: IncidentClaim, article: Article) -> Iterator[str]:
    for span in claim.event.evidence:
        if not isinstance(span, Span):
            continue
        for trigger, start, end in found_triggers(article.text, span.start, span.end):
            if trigger.sub_event == claim.sub_event:
                yield (
                    f"“{article.text[start:end]}” is a word of {trigger.event}: {trigger.sub_event} in the reviewed words of "
                    f"violence, as in “{trigger.example}”"
                )


def _together(
    ledger: Ledger, record: Record, path: str, claims: Sequence[Claim], told: Sequence[Ground]
) -> Iterator[str]:
    """How the values of several reports go together."""
    if not told:
        yield "no report says: that is what the reports read so far say, not that there is nothing to say"
    elif len({g.value for g in told}) > 1:
        yield "the reports differ: every value is shown beside the others, none is chosen"
    verb = next((v for v in path.split(".") if v in VERBS), None)
    verb = claims[0].harm.verb if isinstance(claims[0], TollClaim) and path == "harm.count" else verb
    if verb and told and path.endswith("count"):
        counted = [c for c in claims if isinstance(c, (IncidentClaim, TollClaim))]
        articles = {a.id: a for a in ledger.articles}
        reading = reading_of(ledger, counted, verb)
        if reading is not None:
            yield f"the reading is {bounds_words(reading.low, reading.high)}: {RULES[reading.rule]}"
            yield from (
                f"{whose(row, articles)}, {plain_words(row.count)}: {row.why}" for row in reading.rows if row.why
            )
    for decided in ledger.decided:
        if record.id in (decided.record, decided.other) and decided.field in (None, path):
            why_ = f": {decided.reason}" if decided.reason else ""
            yield f"{decided.judgement}, {decided.analyst}, {moment_words(decided.made, clock=False)}: {decided.verdict.value.replace('_', ' ')}{why_}"


def bounds_words(low: int | None, high: int | None) -> str:
    """Bounds of a reading: "55", "51 or more", "27–55"."""
    return count_words(Count(low, high, "not known"))


def _computed(ledger: Ledger, record: Record, asked: str, other: str) -> Iterator[str]:
    """The sentences behind what no report says outright: a term, a state, an outcome, a joining."""
    if asked == "term":
        term = dict(ledger.terms).get(record.id)
        yield from (f"{s.sentence}{_reached(s.start, s.end)}" for s in (term.steps if term else ()))
        if term and term.rivals:
            yield f"rival ends stand beside it: {', '.join(when_words(r) for r in term.rivals)}"
    elif asked in ("state", "condition"):
        for state in ledger.states:
            if state.truce != record.id:
                continue
            if asked == "state":
                yield f"on {moment_words(state.at)} it is {state.state.value.replace('_', ' ')}: {state.why}"
            elif not state.condition_by:
                yield "no report says how it is kept; silence is no information, not calm"
            claims = record.claims if isinstance(record, Truce) else ()
            if asked == "condition":
                yield from (
                    f"{plain_words(c.condition.value)}: {speaker_words(c.said)}"
                    for c in claims
                    if c.condition is not None
                )
    elif asked == "breach":
        for breach in ledger.breaches:
            if record.id in (breach.incident, breach.truce) and other.upper() in ("", breach.truce, breach.incident):
                yield f"{breach.incident} against {breach.truce}: {breach.outcome.value.replace('_', ' ')}, because {breach.reason}"
                if breach.assessed:
                    yield f"the seven tests give {breach.assessed.value.replace('_', ' ')}"
                yield from (f"{t.name}? {t.answer.value}: {t.reason}" for t in breach.tests)
    elif isinstance(record, (Truce, Incident)):
        for likeness in record.joined:
            yield f"taken for one ({likeness.score:.2f}): {'; '.join(r.sentence for r in likeness.reasons)}"


def _reached(start: When | None, end: When | None) -> str:
    parts = [f"from {when_words(start)}" if start else "", f"to {when_words(end)}" if end else ""]
    words = " ".join(p for p in parts if p)
    return f" ({words})" if words else ""


def plain_words(value: Any) -> str:
    """A plain value of a field in words; several with commas between."""
    if value is None or value == ():
        return "none"
    if isinstance(value, tuple):
        return ", ".join(plain_words(v) for v in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Party):
        return party_words(value)
    if isinstance(value, Place):
        return place_words(value)
    if isinstance(value, When):
        return when_words(value)
    if isinstance(value, Count):
        return count_words(value)
    if isinstance(value, timedelta):
        return length_words(value)
    return str(getattr(value, "value", value)).replace("_", " ")
