"""Claim ids: the digest of article, extractor revision, kind, spans and values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from ..records.text import Span

# Raised whenever a rule changes what is read, so that an older reading stays comparable.
REVISION = "2"


# The store's room for a revision.
_LONGEST = 40


def revision_of(model: str) -> str:
    """The revision of what is read with a language model of that full name: the rules' own, or with name and digest."""
    if model.startswith("rules"):
        return REVISION
    return f"{REVISION}-{model}" if len(model) < _LONGEST - len(REVISION) else f"{REVISION}-{model[-30:].lstrip('-')}"


def claim_id(article: str, kind: str, words: Sequence[Span], values: Sequence[object]) -> str:
    """Sixteen hexadecimal digits that name a claim; equal input gives an equal id."""
    body = [article, REVISION, kind, [(s.start, s.end) for s in words], [str(v) for v in values]]
    return hashlib.sha256(json.dumps(body, ensure_ascii=False).encode()).hexdigest()[:16]
