"""One text read by the whole road, in the scorer's form."""

from __future__ import annotations

from functools import cache
from typing import Any

from benchmarks.accuracy.prediction import prediction
from benchmarks.accuracy.texts import Text
from trucewatch.extraction import claims_in
from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import ControlClaim, IncidentClaim, TalkClaim, TollClaim, TruceClaim
from trucewatch.records.ledger import Incident, Ledger, Term, Toll, Truce
from trucewatch.records.problems import Unreadable


@cache
def _gazetteer() -> EmbeddedGazetteer:
    return EmbeddedGazetteer()


def predict(text: Text, conflicts: tuple[str, ...] | None) -> dict[str, Any] | None:
    """The prediction for one text; None where it could not be read."""
    article = read_article(text.path.read_bytes(), text.id, published=text.published)
    if isinstance(article, Unreadable):
        return None
    tables = () if conflicts == ("none",) else load_conflicts(conflicts)
    claims = claims_in(mark(article, RulesModel(), _gazetteer(), tables))
    truces = tuple(_alone(c) for c in claims if isinstance(c, TruceClaim))
    return prediction(
        Ledger(
            None,
            (article,),
            truces,
            tuple((t.id, Term((), None, None)) for t in truces),
            incidents=tuple(Incident(c.id, (c,)) for c in claims if isinstance(c, IncidentClaim)),
            tolls=tuple(Toll(c.id, c) for c in claims if isinstance(c, TollClaim)),
            control=tuple(c for c in claims if isinstance(c, ControlClaim)),
            talks=tuple(c for c in claims if isinstance(c, TalkClaim)),
        )
    )


def _alone(claim: TruceClaim) -> Truce:
    """A truce of one claim: the road before reconciliation."""
    return Truce(
        claim.id,
        claim.label.value,
        (claim.label,),
        claim.instrument,
        claim.area,
        claim.scope,
        (claim,),
        declared_by=claim.declared_by,
        mediated_by=claim.mediated_by,
        bound=claim.bound,
        excluded=claim.excluded,
        announced=(claim.announced,) if claim.announced else (),
        starts=(claim.start,) if claim.start else (),
        durations=(claim.duration,) if claim.duration else (),
        extensions=(claim.extension,) if claim.extension else (),
        ends=(claim.end,) if claim.end else (),
        limited_to=(claim.limited_to,) if claim.limited_to else (),
        unilateral=claim.unilateral,
    )
