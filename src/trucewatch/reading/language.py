"""In what language a text is written, by its function words and script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from ..knowledge.wire import wire_words

_WORD = re.compile(r"[^\W\d_]+")
# Prose holds far more function words than this; a list of names may hold none.
_LEAST, _TELLING = 0.05, 40


def language_of(text: str) -> str | None:
    """Name of the language (or of the script, where not Latin); None where the text is too short to tell."""
    words = [w.lower() for w in _WORD.findall(text[:20_000])]
    if len(words) < 12:
        return None
    scripts = Counter(unicodedata.name(w[0], "LATIN").split()[0] for w in words)
    script, share = scripts.most_common(1)[0]
    if script != "LATIN" and share > len(words) / 2:
        return f"{script.title()} script"
    scores = {name: sum(w in profile for w in words) / len(words) for name, profile in wire_words().profiles}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > _LEAST:
        return best
    return "a language not known here" if len(words) >= _TELLING else None
