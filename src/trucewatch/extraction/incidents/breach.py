"""Whether somebody in the text sets an act against a truce: the words, and who says so."""

from __future__ import annotations

import re

from ...knowledge.events import truce_words
from ...records.claim import Said
from ...records.party import Party
from ...records.reading import Reading, Sentence
from ...records.text import Cited

_BREACH = re.compile(
    r"\b(?:violat\w+|breach\w*|br(?:oke|oken|eak|eaking)\b|infring\w+|despite|in defiance of|defying|amid|notwithstanding|in spite of|"
    r"failed to (?:respect|observe|honou?r)|not (?:respect|observ|honou?r)\w*|was observing|were observing|had declared|undermin\w+|contravention)",
    re.I,
)
_REACH = 130


def breach_alleged(
    reading: Reading, sentence: Sentence, start: int, end: int, said: Said
) -> Cited[Party | None] | None:
    """The words of the sentence that set the act against a truce, and by whom (None: the narrator)."""
    text = reading.article.text
    for hit in _BREACH.finditer(text, sentence.start, sentence.end):
        for pattern, _, _ in truce_words().labels:
            label = pattern.search(
                text, max(sentence.start, hit.start() - _REACH), min(sentence.end, hit.end() + _REACH)
            )
            if label is None:
                continue
            low, high = min(hit.start(), label.start()), max(hit.end(), label.end())
            words = reading.article.quote(low, high)
            return Cited(said.speaker.value if said.speaker else None, (words,))
    return None
