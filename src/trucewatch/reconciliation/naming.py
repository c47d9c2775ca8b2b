"""Record ids, minted from content: the words that the record's first claim was read from."""

from __future__ import annotations

import hashlib
import json

from ..records.claim import Claim
from ..records.review import kind_of, spans_of


def record_id(lead: Claim, taken: set[str], *more: str | None) -> str:
    """An id such as ``truce-3f9a1c2b7d04``; equal words give an equal id whatever was read beside them.

    ``more`` tells apart records that one stretch of words gives; ``taken`` holds the ids given so far.
    """
    kind = kind_of(lead)
    body = [lead.article, kind, spans_of(lead), [(w.start, w.end) for w in lead.words], more]
    for again in range(1000):
        text = json.dumps([*body, again] if again else body, ensure_ascii=False)
        found = f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
        if found not in taken:
            taken.add(found)
            return found
    raise ValueError(f"a thousand records from the same words of article {lead.article}")
