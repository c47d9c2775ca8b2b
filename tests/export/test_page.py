"""The page: every value leads to its words, which stand marked in the report; nothing is fetched, nothing runs."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from lxml import html

from trucewatch.export.page import report_page
from trucewatch.reading import read_article
from trucewatch.records.claim import Condition, Grain, Harm, IncidentClaim, Said, TruceAct, TruceClaim
from trucewatch.records.count import Count
from trucewatch.records.ledger import (
    Answer,
    Breach,
    Incident,
    InstrumentState,
    Ledger,
    Outcome,
    Term,
    TermStep,
    Truce,
    TruceState,
)
from trucewatch.records.ledger import (
    Test as Answered,
)
from trucewatch.records.party import Party, PartyKind
from trucewatch.records.place import Level, Place
from trucewatch.records.reading import Stance
from trucewatch.records.text import Article, Cited, Span
from trucewatch.records.when import Precision, When

TEXT = (
    "Shells hit Oru\n\nORU (Wire) - Mortar fire <b>killed</b> four people in Oru on Tuesday, a resident, Ana Karo, said, "
    "a day into a 48-hour truce between the army and the Oru Front that began on Monday.\n"
)


def _words(article: Article, quote: str) -> Span:
    start = article.text.index(quote)
    return article.quote(start, start + len(quote))


def _ledger() -> Ledger:
    article = read_article(TEXT.encode(), "oru.txt", published="2021-05-18")
    assert isinstance(article, Article)

    def cite(value: object, quote: str) -> Cited[object]:
        return Cited(value, (_words(article, quote),))

    monday = When(datetime(2021, 5, 17), datetime(2021, 5, 18), Precision.DAY, "on Monday")
    end = When(datetime(2021, 5, 19), datetime(2021, 5, 20), Precision.DAY, "")
    tuesday = When(datetime(2021, 5, 18), datetime(2021, 5, 19), Precision.DAY, "on Tuesday")
    oru = Place("Oru", Level.TOWN, "XX", "Nowhere", 1.0, 2.0, 3.0, "reviewed:oru")
    resident = Party("text:ana karo", "Ana Karo", PartyKind.WITNESS, private=True, role="resident")
    truce_claim = TruceClaim(
        "c1",
        article.id,
        Said(Stance.NARRATED),
        (_words(article, "a 48-hour truce between the army and the Oru Front that began on Monday"),),
        cite("truce", "truce"),  # type: ignore[arg-type]
        "truce",
        TruceAct.IN_FORCE,
        start=cite(monday, "on Monday"),  # type: ignore[arg-type]
        duration=cite(timedelta(hours=48), "48-hour"),  # type: ignore[arg-type]
    )
    incident_claim = IncidentClaim(
        "c2",
        article.id,
        Said(Stance.ASSERTED, cite(resident, "Ana Karo")),  # type: ignore[arg-type]
        (_words(article, "Mortar fire <b>killed</b> four people in Oru on Tuesday"),),
        cite("Explosions/Remote violence", "Mortar fire"),  # type: ignore[arg-type]
        "Shelling/artillery/missile attack",
        Grain.INCIDENT,
        place=cite(oru, "in Oru"),  # type: ignore[arg-type]
        when=cite(tuesday, "on Tuesday"),  # type: ignore[arg-type]
        harms=(Harm("killed", cite(Count(4, 4, "four"), "four")),),  # type: ignore[arg-type]
    )
    truce = Truce("t1", "truce", (), "truce", None, None, (truce_claim,))
    term = Term((TermStep("Monday + 48 hours", monday, end),), monday, end, low_confidence=True)
    test = Answered("in force at the time", Answer.YES, "Tuesday lies in the term")
    return Ledger(
        datetime(2021, 5, 18, 23, 59),
        (article,),
        (truce,),
        (("t1", term),),
        (
            TruceState(
                "t1", datetime(2021, 5, 18), InstrumentState.IN_FORCE, "began on Monday", Condition.NO_INFORMATION
            ),
        ),
        (Incident("n1", (incident_claim,)),),
        breaches=(Breach("n1", "t1", (test,), Outcome.UNATTRIBUTED, "no actor is stated", True),),
    )


def test_every_link_leads_to_marked_words_that_its_title_quotes() -> None:
    tree = html.fromstring(report_page(_ledger()))
    links = [a for a in tree.xpath("//section[@id!='articles']//a[starts-with(@href, '#a')]") if a.get("title")]
    assert len(links) >= 8
    for link in links:
        (mark,) = tree.xpath(f"//mark[@id='{link.get('href')[1:]}']")
        assert " ".join(mark.text_content().split()).replace("Ana Karo", "[resident]") == link.get("title")


def test_the_report_stands_on_the_page_unchanged_and_its_markup_is_text() -> None:
    tree = html.fromstring(report_page(_ledger()))
    shown = "".join(tree.xpath("//article[@class='report']")[0].text_content().split())
    for piece in ("<b>killed</b>", "a48-hourtrucebetweenthearmyandtheOruFront"):
        assert piece.replace(" ", "") in shown


def test_private_persons_are_named_in_the_report_alone() -> None:
    page = report_page(_ledger())
    before, report = page.split('<section id="articles">')
    assert "Ana Karo" not in before and "[resident]" in before
    assert "Ana Karo" in report


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = report_page(_ledger())
    assert not re.search(r"<script|<link|@import|https?:|src=|\son\w+=", page)


def test_the_board_draws_the_term_and_a_sign_for_the_incident() -> None:
    tree = html.fromstring(report_page(_ledger()))
    assert tree.xpath("//rect[@class='term']") and tree.xpath("//g[contains(@class, 'unattributed')]")
    assert "low confidence" in tree.text_content()


def test_a_ledger_with_nothing_in_it_says_so() -> None:
    page = report_page(Ledger(None))
    assert "No truce is told" in page and "No armed incident is told" in page
