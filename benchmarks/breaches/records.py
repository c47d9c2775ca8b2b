"""A case's rows as the records of the ledger, so that the tests are asked on right input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from benchmarks.breaches.cases import Case
from trucewatch.reading import read_article
from trucewatch.records.claim import Grain, IncidentClaim, Said, TruceAct, TruceClaim
from trucewatch.records.ledger import Incident, Term, Truce
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article, Cited, Span
from trucewatch.records.when import Precision, When


def records_of(case: Case) -> tuple[list[Incident], list[Truce], list[tuple[str, Term]]]:
    """Incidents, truces and terms of a case, every value cited by its words."""
    article = read_article(case.report.encode(), case.name, published=case.published.isoformat())
    assert isinstance(article, Article), f"{case.name}: {article}"
    truces = [_truce(article, row) for row in case.truces]
    terms = [(t.id, Term((), s, e)) for t, row in zip(truces, case.truces, strict=True) for s, e in [_term(row)]]
    return [_incident(article, row) for row in case.incidents], truces, terms


def _words(article: Article, row: Mapping[str, Any]) -> Span:
    start = article.text.index(row["words"])
    return article.quote(start, start + len(row["words"]))


def _when(value: int | date | datetime | None) -> When | None:
    if value is None:
        return None
    if isinstance(value, int):
        return When(datetime(value, 1, 1), datetime(value + 1, 1, 1), Precision.YEAR)
    if isinstance(value, datetime):
        return When(value, value + timedelta(minutes=1), Precision.MINUTE)
    start = datetime(value.year, value.month, value.day)
    return When(start, start + timedelta(days=1), Precision.DAY)


def _term(row: Mapping[str, Any]) -> tuple[When | None, When | None]:
    """The start begins at the moment it names (a day: at its first minute); so does the end."""
    return tuple(_moment(row.get(key)) for key in ("starts", "ends"))  # type: ignore[return-value]


def _moment(value: int | date | datetime | None) -> When | None:
    when = _when(value)
    if when is None or when.precision is Precision.YEAR:
        return when
    return When(when.start, when.start, when.precision)


def _place(row: Mapping[str, Any]) -> Place:
    country = row.get("country")
    within = tuple(row.get("within", ()))
    return Place(
        name=row["name"],
        level=Level(row["level"]),
        country=country,
        country_name=row["name"] if row["level"] == "country" else None,
        lat=row.get("lat"),
        lon=row.get("lon"),
        radius_km=row.get("radius_km"),
        gazetteer_id=f"case:{row['name']}",
        within=within,
    )


def _party(name: str, kind: str = "other", *, umbrella: bool = False) -> Party:
    return Party(f"case:{name.lower().removeprefix('the ')}", name, PartyKind(kind), umbrella=umbrella)


def _truce(article: Article, row: Mapping[str, Any]) -> Truce:
    words = _words(article, row)

    def parties(key: str) -> tuple[Cited[Party], ...]:
        named = (p if isinstance(p, dict) else {"name": p, "kind": "other"} for p in row.get(key, ()))
        return tuple(Cited(_party(p["name"], p["kind"]), (words,)) for p in named)

    start = _when(row.get("starts"))
    limited = (Cited(row["limited_to"], (words,)),) if "limited_to" in row else ()
    claim = TruceClaim(
        id=row["id"],
        article=article.id,
        said=Said(Stance.NARRATED),
        words=(words,),
        label=Cited("truce", (words,)),
        instrument="truce",
        act=TruceAct.PROPOSED if row.get("proposed") else TruceAct.IN_FORCE,
        area=Cited(_place(row["area"]), (words,)),
        start=Cited(start, (words,)) if start else None,
    )
    return Truce(
        id=row["id"],
        label="truce",
        labels=(claim.label,),
        instrument="truce",
        area=claim.area,
        scope=row.get("scope"),
        claims=(claim,),
        declared_by=parties("declared_by"),
        bound=parties("bound"),
        excluded=parties("excluded"),
        starts=(claim.start,) if claim.start else (),
        limited_to=limited,
        unilateral=bool(row.get("unilateral")),
    )


def _incident(article: Article, row: Mapping[str, Any]) -> Incident:
    speakers = [(row.get("speaker"), row.get("speaker_kind", "other"))]
    if "second_speaker" in row:
        speakers.append((row["second_speaker"], "international_organisation"))
    claims = tuple(_claim(article, row, n, name, kind) for n, (name, kind) in enumerate(speakers))
    return Incident(row["id"], claims)


def _claim(article: Article, row: Mapping[str, Any], number: int, speaker: str | None, kind: str) -> IncidentClaim:
    words = _words(article, row)

    def party(key: str) -> Cited[Party] | None:
        found = row.get(key)
        if not found:
            return None
        named = _party(found["name"], found["kind"], umbrella=found.get("umbrella", False))
        return Cited(replace(named, unidentified=found.get("unidentified", False)), (words,))

    actor, when = party("actor"), _when(row.get("when"))
    denial = ((Stance.DENIED, actor, words),) if row.get("denied_by_actor") else ()
    said = Said(
        Stance.RETRACTED if row.get("retracted") else Stance.ASSERTED if speaker else Stance.NARRATED,
        Cited(_party(speaker, kind), (words,)) if speaker else None,
        responses=denial,
    )
    return IncidentClaim(
        id=f"{row['id']}-{number}",
        article=article.id,
        said=said,
        words=(words,),
        event=Cited("Battles", (words,)),
        sub_event="Armed clash",
        grain=Grain.INCIDENT,
        armed=row.get("armed", True),
        actor=actor,
        target=party("target"),
        target_words=Cited(row["target_words"], (words,)) if "target_words" in row else None,
        place=Cited(_place(row["place"]), (words,)) if "place" in row else None,
        when=Cited(when, (words,)) if when else None,
    )
