"""Step 4: claims and judgements to records. Gathers, never chooses: rival values stay side by side.

A pure function of its input, whatever the order of claims, articles and judgements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..records.claim import Claim
from ..records.review import Judgement
from ..records.text import Article
from .live import Changes, Reconciled, Reconciling

__all__ = ["Changes", "Reconciled", "Reconciling", "reconcile"]


def reconcile(claims: Sequence[Claim], articles: Sequence[Article], judgements: Sequence[Judgement] = ()) -> Reconciled:
    """Records compiled from claims under the judgements that stand."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    found = Reconciling()
    for article in articles:
        found.put(article, by_article.get(article.id, ()))
    found.judge(judgements)
    found.update()
    return found.reconciled()
