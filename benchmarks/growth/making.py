"""Generated reports of a long war in many places: what they claim is made, not read."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

from trucewatch.records.claim import Claim, Grain, Harm, IncidentClaim, Said, TollClaim, TruceAct, TruceClaim
from trucewatch.records.count import Count
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article, Cited, Published, Segment, SegmentKind, Span
from trucewatch.records.when import Precision, When

ACTS = (
    ("Explosions/Remote violence", "Shelling/artillery/missile attack", "shelled"),
    ("Explosions/Remote violence", "Air/drone strike", "bombed"),
    ("Battles", "Armed clash", "fought over"),
    ("Violence against civilians", "Attack", "raided"),
)
TARGETS = (
    "the market",
    "a school",
    "a block of flats",
    "the bridge",
    "a village",
    "a clinic",
    "the barracks",
    "a convoy",
)
COUNTRIES, PROVINCES, TOWNS = 25, 8, 30
# A tenth of the towns sees half of the war.
_HOT = 0.1
FIRST_DAY = datetime(2014, 1, 1)


def town(dice: random.Random) -> Place:
    """A town of some province and country; a few of them come up most of the time."""
    country, province = dice.randrange(COUNTRIES), dice.randrange(PROVINCES)
    number = dice.randrange(int(TOWNS * _HOT)) if dice.random() < 0.5 else dice.randrange(TOWNS)
    name = f"Town {country} {province} {number}"
    lat, lon = country * 3 - 40 + province * 0.3, province * 2.0 + number * 0.05
    region = f"Province {country} {province}"
    code = f"{chr(65 + country // 26)}{chr(65 + country % 26)}"
    return Place(
        name, Level.TOWN, code, f"Country {country}", lat, lon, 5, f"made:{name}", (region, f"Country {country}")
    )


def report(number: int, dice: random.Random, days: int) -> tuple[Article, tuple[Claim, ...]]:
    """One report: three incidents, each in another town, a toll, and in one report of five the truce of that half-year."""
    day = FIRST_DAY + timedelta(days=dice.randrange(days))
    places = [town(dice) for _ in range(3)]
    rows = [(p, *dice.choice(ACTS), dice.choice(TARGETS), dice.randrange(1, 40)) for p in places]
    sentences = [
        f"Troops {verb} {on} in {p.name} on {day:%d %B}, killing {dead} people." for p, _, _, verb, on, dead in rows
    ]
    country = places[0].country_name
    sentences.append(
        f"A truce in {country} was said to be holding. In all {dice.randrange(50, 900)} have died this month."
    )
    text = f"Report {number} of the desk\n\n" + " ".join(sentences)
    article = Article(
        sha256(text.encode()).hexdigest(),
        f"made/{number}.txt",
        text,
        sha256(text.encode()).hexdigest(),
        (
            Segment(SegmentKind.HEADLINE, 0, text.index("\n")),
            Segment(SegmentKind.BODY, text.index("\n") + 2, len(text)),
        ),
        "en",
        published=Published(_day(day + timedelta(days=dice.randrange(2))), "given"),
    )
    return article, tuple(_claims(article, rows, sentences, day))


def _claims(
    article: Article, rows: list[tuple[Place, str, str, str, str, int]], sentences: list[str], day: datetime
) -> Iterator[Claim]:
    said = Said(Stance.ASSERTED, None)
    for n, ((place, event, sub_event, verb, on, dead), words) in enumerate(zip(rows, sentences, strict=False)):
        span = _span(article, words)
        yield IncidentClaim(
            id=f"{article.id[:12]}-i{n}",
            article=article.id,
            said=said,
            words=(span,),
            event=Cited(event, (_span(article, verb, span.start),)),
            sub_event=sub_event,
            grain=Grain.INCIDENT,
            actor=Cited(
                Party(f"made:army {place.country}", f"army {place.country}", PartyKind.STATE_FORCES, place.country),
                (span,),
            ),
            target_words=Cited(on, (_span(article, on, span.start),)),
            place=Cited(place, (_span(article, place.name, span.start),)),
            when=Cited(_day(day), (span,)),
            harms=(Harm("killed", Cited(Count(dead, dead, str(dead)), (span,))),),
        )
    span = _span(article, sentences[-1])
    country = rows[0][0]
    area = Place(
        country.country_name or "",
        Level.COUNTRY,
        country.country,
        country.country_name,
        gazetteer_id=f"made:{country.country}",
    )
    begun = datetime(day.year, 1 if day.month < 7 else 7, 1)
    if int(article.id[:4], 16) % 5:
        yield _toll(article, area, day, span)
        return
    yield TruceClaim(
        id=f"{article.id[:12]}-t",
        article=article.id,
        said=said,
        words=(span,),
        label=Cited("truce", (_span(article, "truce", span.start),)),
        instrument="truce",
        act=TruceAct.IN_FORCE,
        area=Cited(area, (span,)),
        start=Cited(_day(begun), (span,)),
    )
    yield _toll(article, area, day, span)


def _toll(article: Article, area: Place, day: datetime, span: Span) -> TollClaim:
    dead = int(span.quote.split("In all ")[1].split()[0])
    return TollClaim(
        id=f"{article.id[:12]}-n",
        article=article.id,
        said=Said(Stance.ASSERTED, None),
        words=(span,),
        harm=Harm("killed", Cited(Count(dead, dead, str(dead)), (span,))),
        place=Cited(area, (span,)),
        period=Cited(_month(day), (span,)),
    )


def _span(article: Article, words: str, start: int = 0) -> Span:
    at = article.text.index(words, start)
    return article.quote(at, at + len(words))


def _day(day: datetime) -> When:
    return When(day, day + timedelta(days=1), Precision.DAY, f"{day:%d %B}")


def _month(day: datetime) -> When:
    first = day.replace(day=1)
    return When(first, (first + timedelta(days=32)).replace(day=1), Precision.MONTH, f"{day:%B}")
