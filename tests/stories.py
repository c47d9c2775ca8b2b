"""Claims for stories in tests: every quote is cut from the report's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from trucewatch.reading import read_article
from trucewatch.records.claim import Grain, Harm, IncidentClaim, Said, TruceAct, TruceClaim
from trucewatch.records.count import Count
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article, Cited, Span
from trucewatch.records.when import Precision, When

V = TypeVar("V")

SUDAN = Place("Sudan", Level.COUNTRY, "SD", "Sudan", 15.5, 30.2, 800, "t:sudan")
KHARTOUM = Place("Khartoum", Level.CITY, "SD", "Sudan", 15.55, 32.53, 15, "t:khartoum", ("Sudan",))
BAHRI = Place("Bahri", Level.TOWN, "SD", "Sudan", 15.64, 32.53, 5, "t:bahri", ("Khartoum", "Sudan"))
NYALA = Place("Nyala", Level.CITY, "SD", "Sudan", 12.05, 24.88, 10, "t:nyala", ("South Darfur", "Sudan"))
ARMY = Party("t:saf", "Sudanese army", PartyKind.STATE_FORCES, "SD")
RSF = Party("t:rsf", "Rapid Support Forces", PartyKind.POLITICAL_MILITIA, "SD")
REBELS = Party("text:rebels", "rebels", PartyKind.REBEL_GROUP, umbrella=True)
JIHAD = Party("t:jihad", "Ansar al-Nasr", PartyKind.REBEL_GROUP)
CIVILIANS = Party("text:civilians", "civilians", PartyKind.CIVILIANS)
DOCTORS = Party("text:doctors", "doctors' union", PartyKind.OTHER)


def day(date: int, month: int = 4, year: int = 2023) -> When:
    """A whole day of April 2023."""
    start = datetime(year, month, date)
    return When(start, start + timedelta(days=1), Precision.DAY, f"{date} {start:%B}")


def hour(date: int, clock: int, month: int = 4) -> When:
    """A clock hour of April 2023."""
    start = datetime(2023, month, date, clock)
    return When(start, start + timedelta(minutes=1), Precision.MINUTE, f"{clock}:00 on {date} {start:%B}")


@dataclass(frozen=True)
class Report:
    """A report of the story, to cut words from."""

    article: Article

    def words(self, quote: str) -> Span:
        """The first place where the report has these words."""
        start = self.article.text.index(quote)
        return self.article.quote(start, start + len(quote))

    def cite(self, quote: str, value: V) -> Cited[V]:
        """A value with its words."""
        return Cited(value, (self.words(quote),))

    def said(self, speaker: Party | None = None, stance: Stance | None = None, by: str = "") -> Said:
        """Who says it; ``by`` are the words for the speaker."""
        if speaker is None:
            return Said(stance or Stance.NARRATED)
        return Said(stance or Stance.ASSERTED, self.cite(by, speaker))

    def truce(self, clause: str, label: str, act: TruceAct, area: Place | None = None, **more: object) -> TruceClaim:
        """A truce claim read from a clause."""
        words = self.words(clause)
        claim = TruceClaim(
            id=f"{self.article.id[:6]}-t{words.start}-{area.name if area else ''}",
            article=self.article.id,
            said=Said(Stance.NARRATED),
            words=(words,),
            label=Cited(label, (self.article.quote(*_find(self.article, label, words)),)),
            instrument="truce" if label.endswith("truce") else "ceasefire",
            act=act,
            area=Cited(area, (words,)) if area else None,
        )
        return replace(claim, **more)  # type: ignore[arg-type]

    def incident(self, clause: str, act: str, place: Place | None = None, **more: object) -> IncidentClaim:
        """A shelling read from a clause, unless ``more`` says otherwise."""
        words = self.words(clause)
        claim = IncidentClaim(
            id=f"{self.article.id[:6]}-i{words.start}-{place.name if place else ''}",
            article=self.article.id,
            said=Said(Stance.NARRATED),
            words=(words,),
            event=Cited("Explosions/Remote violence", (self.article.quote(*_find(self.article, act, words)),)),
            sub_event="Shelling/artillery/missile attack",
            grain=Grain.INCIDENT,
            place=Cited(place, (words,)) if place else None,
        )
        return replace(claim, **more)  # type: ignore[arg-type]

    def harm(self, quote: str, verb: str, low: int, high: int | None, who: str | None = None) -> Harm:
        """A harm figure."""
        cited = self.cite(quote, Count(low, high, quote))
        return Harm(verb, cited, self.cite(who, who) if who else None)


def _find(article: Article, quote: str, words: Span) -> tuple[int, int]:
    start = article.text.index(quote, words.start)
    return start, start + len(quote)


def report(text: str, published: str = "2023-04-22") -> Report:
    """A report published in April 2023."""
    found = read_article(text.encode(), "a report", published=published)
    assert not isinstance(found, Unreadable), found
    return Report(found)
