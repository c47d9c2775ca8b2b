"""Claim ids: the digest of article, extractor revision, kind, spans and values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from ..records.text import Span

# Raised whenever a rule changes what is read, so that an older reading stays comparable.
REVISION = "1"


def claim_id(article: str, kind: str, words: Sequence[Span], values: Sequence[object]) -> str:
    """Sixteen hexadecimal digits that name a claim; equal input gives an equal id."""
    body = [article, REVISION, kind, [(s.start, s.end) for s in words], [str(v) for v in values]]
    return hashlib.sha256(json.dumps(body, ensure_ascii=False).encode()).hexdigest()[:16]
