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


_CEASE = re.compile(r"cease\s+fire$", re.IGNORECASE)
_TO_CEASE = re.compile(r"\b(?:to|will|would|shall|must|and)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# "the Lusaka accord", "the accord of 4 May": one of its own, whatever was told before.
_NAMED = re.compile(r"(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*|\s+peace)?\s+$")
_DAY_OF = re.compile(r"\s+(?:of|signed|reached|concluded)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    instrument: str
    told: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class TruceMention:
    """``label`` names or tells the truce, ``[start, end)`` is what the sentence says of it.

    ``told`` marks a verb that tells a truce without naming it, ``anaphor`` words that point back to one. ``head`` is
    what the noun after the label makes of it ("proposed", "violated", "talk", "proper"), "" where none stands.
    ``wished`` marks calls, hopes and needs (``mild``: only by an adjective, which an act undoes), ``certain`` a deal told as a known one ("the agreement for a ceasefire"),
    ``passing`` other truces told together and by the way ("earlier truces"). ``plain`` labels are nouns that name a truce
    only by the words beside them ("the accord broke down").
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
    plain: bool = False

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
        if found and sentence.index - last <= 2:
            here = [_again(scene, mention) for mention in here]
        if not here and found and sentence.index - last <= 2:
            here = _pointing_back(scene, sentence)
        if here:
            last = sentence.index
        found.extend(here)
    return found


def _in_sentence(scene: Scene, sentence: Sentence) -> list[TruceMention]:
    words, text = truce_lexicon(), scene.text
    kept: list[_Label] = []
    for label in sorted(_labels(text, words, sentence), key=lambda row: (row.start, row.plain, -row.end)):
        if kept and (label.start < kept[-1].end or _repeats(text, kept[-1], label)):
            continue
        kept.append(label)
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


def _repeats(text: str, last: _Label, label: _Label) -> bool:
    """ "a truce, or cessation of hostilities", "the ceasefire agreement": the same one again."""
    if label.plain and label.start - last.end < 60:
        return True
    return not label.told and _SAME.match(text[last.end : label.start]) is not None


def _labels(text: str, words: TruceLexicon, sentence: Sentence) -> Iterator[_Label]:
    for rows, told in ((words.labels, False), (words.verbs, True)):
        for pattern, instrument in rows:
            for hit in pattern.finditer(text, sentence.start, sentence.end):
                yield _Label(hit.start(), hit.end(), instrument, told or _is_verb(text, hit))
    for pattern, beside, instrument in words.plain:
        for hit in pattern.finditer(text, sentence.start, sentence.end):
            if fits(beside, text[max(sentence.start, hit.start() - 60) : hit.start()], text[hit.end() : sentence.end]):
                yield _Label(hit.start(), hit.end(), instrument, plain=True)


def _is_verb(text: str, hit: re.Match[str]) -> bool:
    """ "obliges both to cease fire": the words of the label tell what is to be done."""
    return bool(_CEASE.match(hit.group()) and _TO_CEASE.search(text[max(0, hit.start() - 30) : hit.start()]))


def _again(scene: Scene, mention: TruceMention) -> TruceMention:
    """ "The accord broke down" soon after a truce is about that one, unless it has a name or a day of its own."""
    if not mention.plain or not mention.definite:
        return mention
    before = scene.text[max(mention.start, mention.label.start - 30) : mention.label.start]
    if _NAMED.search(before) or _DAY_OF.match(scene.text[mention.label.end : mention.label.end + 20]):
        return mention
    return replace(mention, instrument="", anaphor=True)


def _windows(scene: Scene, sentence: Sentence, labels: list[_Label]) -> Iterator[TruceMention]:
    """One stretch per label: cut between two labels at the last comma or connective before the later one's noun phrase."""
    text = scene.text
    start = sentence.start
    for number, row in enumerate(labels):
        low, high, end = row.start, row.end, sentence.end
        if number + 1 < len(labels):
            cuts = [c.start() for c in _CUT.finditer(text, high, labels[number + 1].start)]
            end = cuts[-1] if cuts else labels[number + 1].start
        label = scene.quote(low, high)
        definite = bool(_DEFINITE.search(text[max(sentence.start, low - 50) : low]))
        aside = _ASIDE.search(text, max(start, low - 50), low) if definite else None
        comma = text.find(",", high, min(end, high + 60)) if aside else -1
        # "after the truce had begun, snipers fired in the quarter": time and place are those of the firing.
        bounds = (aside.start(), comma) if aside and comma > 0 else (start, end)
        yield TruceMention(label, row.instrument, *bounds, sentence, definite, row.told, plain=row.plain)
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
