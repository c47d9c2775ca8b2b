"""Record ids, minted from content: the words that the record's first claim was read from."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ..records.review import kind_of, spans_of
from .told import Told


def record_id(lead: Told[Any], *more: str | None) -> str:
    """An id such as ``truce-3f9a1c2b7d04``; equal words give an equal id whatever was read beside them.

    ``more`` tells apart records that one stretch of words gives, and so does the claim's rank among those of its words.
    """
    claim = lead.claim
    kind = kind_of(claim)
    body = [claim.article, kind, spans_of(claim), [(w.start, w.end) for w in claim.words], more]
    text = json.dumps([*body, lead.rank] if lead.rank else body, ensure_ascii=False)
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
