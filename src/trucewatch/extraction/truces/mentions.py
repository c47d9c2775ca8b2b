"""Where a text speaks of truces: the label or verb, and the stretch of the sentence that tells of that truce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...knowledge.truce_words import Beside, TruceLexicon, truce_lexicon
from ...records.reading import Sentence
from ...records.text import SegmentKind, Span
from .scene import Scene

_CUT = re.compile(r";|\s[–—]\s|,|\b(?:and|but|while|whereas|although|after|before)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|its|their|his|a similar|current|existing|earlier|previous)\s+|['’]s\s+)"
    r"(?:(?!(?:an?|another|new|any|no|to|of|for|on|in|with|by|that|and|has|have|had|will|would|is|was|are|were|said|says|announced|"
    r"declared|agreed|accepted|signed|reached|proposed|offered|violated|broke|ended|extended|called|rejected)\b)[\w.,'’-]+\s+){0,5}$",
    re.I,
)
_SAME = re.compile(
    r"^[\"'”’]?\s*(?:,|[–—-]|\(|or)\s*(?:(?:a|an|the|so-called|known as|or)\s+)?(?:[\w-]+\s+){0,4}$", re.I
)
_ASIDE = re.compile(
    r"\b(?:after|since|before|despite|during|while|when|as|notwithstanding|in spite of|in defiance of)\s+(?:the|this|that)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.I,
)
_REACH = 120
_OPENING = re.compile(r"^\W*(?:(?:but|and|so|yet|however|then)\W+)?$|\b(?:said|says|added|that)\W+$|[\"“]$", re.I)


@dataclass(frozen=True, slots=True)
class TruceMention:
    """``label`` names or tells the truce, ``[start, end)`` is what the sentence says of it.

    ``told`` marks a verb that tells a truce without naming it, ``anaphor`` words that point back to one. ``head`` is
    what the noun after the label makes of it ("proposed", "violated", "talk", "proper"), "" where none stands.
    ``wished`` marks calls, hopes and needs (``mild``: only by an adjective, which an act undoes), ``certain`` a deal told as a known one ("the agreement for a ceasefire"),
    ``passing`` other truces told together and by the way ("earlier truces").
    """

    label: Span
    instrument: str
    start: int
    end: int
    sentence: Sentence
    definite: bool
    told: bool = False
    anaphor: bool = False
    head: str = ""
    wished: bool = False
    mild: bool = False
    certain: bool = False
    passing: bool = False

    @property
    def plural(self) -> bool:
        """Whether the label names several truces."""
        return self.label.quote.lower().endswith("s") and not self.label.quote.lower().endswith("hostilities")


def truce_mentions(scene: Scene) -> list[TruceMention]:
    """All mentions in text order; truces of other worlds and of history, lines and monitors left out.

    Where the first mention is of another world, later bare ones ("the truce") go on about it and are left out too.
    """
    found: list[TruceMention] = []
    foreign, last = False, -10
    for sentence in scene.reading.sentences:
        here = []
        for mention in _in_sentence(scene, sentence):
            if _foreign(scene, mention):
                foreign = foreign or not found
            elif not (foreign and (mention.definite or mention.wished)):
                here.append(replace(mention, passing=_by_the_way(scene, mention)))
        if not here and found and sentence.index - last <= 2:
            here = _pointing_back(scene, sentence)
        if here:
            last = sentence.index
        found.extend(here)
    return found


def _in_sentence(scene: Scene, sentence: Sentence) -> list[TruceMention]:
    words, text = truce_lexicon(), scene.text
    labels = sorted(_labels(text, words, sentence), key=lambda row: (row[0], -row[1]))
    kept: list[tuple[int, int, str, bool]] = []
    for start, end, instrument, told in labels:
        if kept and (start < kept[-1][1] or (_SAME.match(text[kept[-1][1] : start]) and not told)):
            continue
        kept.append((start, end, instrument, told))
    named = [replace(m, head=_head(text, m, words)) for m in _windows(scene, sentence, kept)]
    return [
        replace(
            m,
            wished=_wished(text, m, words),
            mild=_mildly(text, m, words),
            certain=bool(words.frames["certain"].search(text[m.start : m.label.start])),
        )
        for m in named
        if m.head != "refused"
    ]


def _labels(text: str, words: TruceLexicon, sentence: Sentence) -> Iterator[tuple[int, int, str, bool]]:
    for rows, told in ((words.labels, False), (words.verbs, True)):
        for pattern, instrument in rows:
            for hit in pattern.finditer(text, sentence.start, sentence.end):
                yield hit.start(), hit.end(), instrument, told


def _windows(scene: Scene, sentence: Sentence, labels: list[tuple[int, int, str, bool]]) -> Iterator[TruceMention]:
    """One stretch per label: cut between two labels at the last comma or connective before the later one's noun phrase."""
    text = scene.text
    start = sentence.start
    for number, (low, high, instrument, told) in enumerate(labels):
        end = sentence.end
        if number + 1 < len(labels):
            cuts = [c.start() for c in _CUT.finditer(text, high, labels[number + 1][0])]
            end = cuts[-1] if cuts else labels[number + 1][0]
        label = scene.quote(low, high)
        definite = bool(_DEFINITE.search(text[max(sentence.start, low - 50) : low]))
        aside = _ASIDE.search(text, max(start, low - 50), low) if definite else None
        comma = text.find(",", high, min(end, high + 60)) if aside else -1
        if aside and comma > 0:
            # "after the truce had begun, snipers fired in the quarter": time and place are those of the firing.
            yield TruceMention(label, instrument, aside.start(), comma, sentence, definite, told)
        else:
            yield TruceMention(label, instrument, start, end, sentence, definite, told)
        start = end


def _sides(text: str, mention: TruceMention) -> tuple[str, str]:
    before = text[max(mention.start, mention.label.start - _REACH) : mention.label.start]
    return before, text[mention.label.end : min(mention.sentence.end, mention.label.end + _REACH)]


def fits(beside: Beside, before: str, after: str) -> bool:
    """Whether the words on one of the two sides are those of a row."""
    return bool((beside.before and beside.before.search(before)) or (beside.after and beside.after.search(after)))


def _head(text: str, mention: TruceMention, words: TruceLexicon) -> str:
    after = text[mention.label.end : mention.label.end + 40]
    return next((means for means, pattern in words.heads if pattern.search(after)), "")


def _foreign(scene: Scene, mention: TruceMention) -> bool:
    """A truce of trade, courts or sport, or of history."""
    words = truce_lexicon()
    before, after = _sides(scene.text, mention)
    return any(fits(row, before, after) for row in (*words.elsewhere, *words.history))


def _by_the_way(scene: Scene, mention: TruceMention) -> bool:
    """Other truces told together: "earlier truces did not hold"."""
    before, after = _sides(scene.text, mention)
    return any(fits(row, before, after) and (mention.plural or not plural) for row, plural in truce_lexicon().passing)


def _wished(text: str, mention: TruceMention, words: TruceLexicon) -> bool:
    """A call, a hope, a need: never of a truce that the text takes as known ("called for the truce to be kept")."""
    if mention.head == "talk":
        return True
    if mention.definite and not mention.told:
        return False
    before, after = _sides(text, mention)
    if words.frames["heard"].search(before):
        return False
    if mention.head == "proper":
        after = ""  # "a ceasefire deal could be signed": a deal that there is
    return any(fits(row, before, after) for row, mild in words.wishes if not mild)


def _mildly(text: str, mention: TruceMention, words: TruceLexicon) -> bool:
    """ "a lasting ceasefire": a wish, unless the text says that it was made."""
    before, after = _sides(text, mention)
    return not mention.definite and any(fits(row, before, after) for row, mild in words.wishes if mild)


def _leads(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> bool:
    """A noun may point back from anywhere, "it" only where the sentence, or what is said in it, begins."""
    before = scene.text[sentence.start : hit.start()]
    return not hit["pronoun"] or _OPENING.search(before) is not None


def _pointing_back(scene: Scene, sentence: Sentence) -> list[TruceMention]:
    """A sentence after one about a truce that goes on about it by "the deal" or "it"."""
    if sentence.segment is not SegmentKind.BODY:
        return []
    hit = next(
        (
            h
            for h in truce_lexicon().anaphors.finditer(scene.text, sentence.start, sentence.end)
            if _leads(scene, sentence, h)
        ),
        None,
    )
    if hit is None:
        return []
    label = scene.quote(hit.start(), hit.end())
    return [TruceMention(label, "", sentence.start, sentence.end, sentence, True, anaphor=True)]
