"""The main matter of each report as a monitor would enter it: claims made from the hand-written rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.pairs.scenes import FOLDER, Scene, Told
from trucewatch.knowledge.names import fold
from trucewatch.records.claim import Grain, Harm, IncidentClaim, Said, TruceAct, TruceClaim
from trucewatch.records.count import Count
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Cited, SegmentKind, Span
from trucewatch.records.when import Precision, When

_REMOTE, _AGAINST = "Explosions/Remote violence", "Violence against civilians"
EVENTS = {
    "shelling": (_REMOTE, "Shelling/artillery/missile attack"),
    "missile": (_REMOTE, "Shelling/artillery/missile attack"),
    "air strike": (_REMOTE, "Air/drone strike"),
    "suicide bomb": (_REMOTE, "Suicide bomb"),
    "explosion": (_REMOTE, "Remote explosive/landmine/IED"),
    "chemical weapon": (_REMOTE, "Chemical weapon"),
    "attack": (_AGAINST, "Attack"),
    "clash": ("Battles", "Armed clash"),
    "mob violence": ("Riots", "Mob violence"),
}


def given_claims(scene: Scene) -> dict[str, IncidentClaim | TruceClaim]:
    """The claim of each report of a scene."""
    return {letter: _claim(scene, report) for letter, report in scene.reports.items()}


def _claim(scene: Scene, report: Told) -> IncidentClaim | TruceClaim:
    row = _rows()[report.name]
    return _incident(scene, report, row) if scene.subject == "incident" else _truce(scene, report, row)


def _incident(scene: Scene, report: Told, row: dict[str, str]) -> IncidentClaim:
    words = _lead(report)
    event, sub_event = EVENTS[row["event"]]
    return IncidentClaim(
        id=report.name,
        article=report.article.id,
        said=Said(Stance(row["stance"]), _party(report, row["said"])),
        words=(words,),
        event=Cited(event, (words,)),
        sub_event=sub_event,
        grain=Grain(row["grain"]),
        actor=_party(report, row["by"]),
        target_words=Cited(row["on"], (words,)) if row["on"] else None,
        place=Cited(_place(scene, report, row["at"]), (words,)),
        when=Cited(_when(row["when"]), (words,)),
        harms=tuple(_harm(text, words) for text in row["harms"].split(";") if text),
    )


def _truce(scene: Scene, report: Told, row: dict[str, str]) -> TruceClaim:
    words = _lead(report)
    label = row["label"]
    start = report.article.text.find(label, words.start)
    cited = report.article.quote(start, start + len(label)) if start >= 0 else words
    word = next((w for w in ("cessation of hostilities", "humanitarian pause", "ceasefire") if w in label), "truce")
    return TruceClaim(
        id=report.name,
        article=report.article.id,
        said=Said(Stance.NARRATED, _party(report, row["said"])),
        words=(words,),
        label=Cited(label, (cited,)),
        instrument=word.replace(" ", "_"),
        act=TruceAct(row["act"]),
        area=Cited(_place(scene, report, row["area"]), (words,)),
        declared_by=tuple(_parties(report, row["by"])),
        bound=tuple(_parties(report, row["bound"])),
        start=Cited(_when(row["start"]), (words,)) if row["start"] else None,
        end=Cited(_when(row["end"]), (words,)) if row["end"] else None,
        duration=Cited(timedelta(hours=int(row["hours"])), (words,)) if row["hours"] else None,
        extension=Cited(timedelta(hours=int(row["more"])), (words,)) if row["more"] else None,
        unilateral="unilateral" in report.article.text,
    )


def _rows() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name in ("given_incidents.csv", "given_truces.csv"):
        lines = [x for x in Path(FOLDER / name).read_text("utf-8").splitlines() if not x.startswith("#")]
        found |= {row["report"]: row for row in csv.DictReader(lines, delimiter="|")}
    return found


def _lead(report: Told) -> Span:
    """The first sentence of the body."""
    body = next(s for s in report.reading.sentences if s.segment is SegmentKind.BODY)
    return report.article.quote(body.start, body.end)


def _place(scene: Scene, report: Told, name: str) -> Place:
    """The place as the reader resolves it in this report, else in another of the scene, else one that no table has."""
    marked = [m.place for r in (report, *scene.reports.values()) for m in r.reading.places]
    found = next((p for p in marked if fold(p.name) == fold(name)), None)
    if found is not None:
        return found
    countries = [p.country for p in marked if p.country]
    country = max(set(countries), key=countries.count) if countries else None
    return Place(name, Level.UNKNOWN, country)


def _party(report: Told, words: str) -> Cited[Party] | None:
    return next(_parties(report, words), None)


def _parties(report: Told, names: str) -> Iterator[Cited[Party]]:
    """Parties as the reader resolves them, else by their words."""
    for name in (n.strip() for n in names.split(";") if n.strip()):
        party = _marked(report, name) or Party(f"text:{fold(name)}", name, PartyKind.OTHER)
        yield Cited(party, (_lead(report),))


def _marked(report: Told, name: str) -> Party | None:
    """The party that the reader finds in those words: in all of them, else in the most."""
    words = set(fold(name).split())
    found = [(len(words & set(fold(m.span.quote).split())), m.party) for m in report.reading.parties]
    best = max(found, key=lambda row: row[0], default=(0, None))
    return best[1] if 2 * best[0] > len(words) else None


def _when(text: str) -> When:
    if len(text) == 7:
        first = datetime.fromisoformat(f"{text}-01")
        return When(first, (first + timedelta(days=32)).replace(day=1), Precision.MONTH, text)
    if "T" in text:
        moment = datetime.fromisoformat(f"{text}:00")
        return When(moment, moment + timedelta(minutes=1), Precision.MINUTE, text)
    day = datetime.fromisoformat(text)
    return When(day, day + timedelta(days=1), Precision.DAY, text)


def _harm(text: str, words: Span) -> Harm:
    verb, bounds = text.split()
    low, high = bounds.split("-")
    return Harm(verb, Cited(Count(int(low), int(high) if high else None, low if high else f"at least {low}"), (words,)))
