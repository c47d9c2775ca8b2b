"""Who says things in a ledger: the voices that reports cite, and the outlets whose reports they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ..knowledge.names import fold
from ..records.claim import Claim, IncidentClaim, Said, TollClaim
from ..records.ledger import Ledger
from ..records.party import Party
from ..records.text import Article

OUTLET = "outlet:"


def outlet_of(article: Article) -> str:
    """The agency a report is of, else the site or file it was read from."""
    if article.agency is not None:
        return article.agency.value
    return urlsplit(article.source).hostname or article.source.rsplit("/", 1)[-1]


def outlet_key(article: Article) -> str:
    """The key under which an outlet is graded and asked for."""
    return f"{OUTLET}{fold(outlet_of(article))}"


def voices_of(claim: Claim) -> Iterator[Party]:
    """Everybody who says something in a claim: speakers, those they cite, those who answer."""
    told = [claim.said]
    if isinstance(claim, IncidentClaim):
        told += [h.said for h in claim.harms if h.said]
    if isinstance(claim, TollClaim) and claim.harm.said:
        told.append(claim.harm.said)
    for said in told:
        yield from _voices(said)


def _voices(said: Said) -> Iterator[Party]:
    if said.speaker is not None:
        yield said.speaker.value
    for cited in said.chain:
        yield cited.value
    for _, who, _ in said.responses:
        if who is not None:
            yield who.value


def sources_in(ledger: Ledger, claims: Iterable[Claim]) -> dict[str, str]:
    """Key and name of every source of a ledger but private persons."""
    found = {p.id: p.name for c in claims for p in voices_of(c) if not p.private}
    return found | {outlet_key(a): outlet_of(a) for a in ledger.articles}
