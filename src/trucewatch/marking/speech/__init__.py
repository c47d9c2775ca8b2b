"""Who says what: statements with speaker, words, cue and stance, over a whole article.

Each sentence gives drafts (``statements``, ``frames``), which are given their speakers in text order, so that
pronouns and quotations that run on find the speaker before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...records.party import Party
from ...records.reading import PartyMention, Sentence, Speech
from ...records.text import Article, Span
from .backward import backward
from .continuing import continued
from .drafts import Draft
from .frames import frames
from .quotes import find_quotations
from .speakers import UNNAMED, Memory, resolve
from .statements import statements
from .view import View


def mark_speech(article: Article, sentences: Sequence[Sentence], parties: Sequence[PartyMention]) -> tuple[Speech, ...]:
    """All speech of an article, sorted by content. A clause that no speech covers is the narrator's."""
    quotes = find_quotations(article)
    memory = Memory()
    found: list[Speech] = []
    before: View | None = None
    earlier: list[Draft] = []
    for sentence in sentences:
        view = View(article.text, sentence, tuple(_named(parties, sentence)))
        if before is not None and before.sentence.segment is not sentence.segment:
            before, earlier = None, []
        made = statements(view, quotes)
        drafts = [*made, *(_clipped(d, made) for d in frames(view, made))]
        bound = backward(view, before, drafts, earlier)
        answered = {d.cue for d in bound}
        drafts = [d for d in drafts if d.cue not in answered or d.content[0] >= d.cue[1]] + bound
        # A frame whose words are all another speaker's says nothing of its own.
        drafts = [d for d in drafts if d.content[0] < d.content[1]]
        for draft in sorted(drafts, key=lambda d: (d.cue[0], -d.depth)):
            found.append(_speech(article, view, draft, parties, memory))
        # "Neither account" may look back over the speakers of two sentences.
        earlier = [*(d for d in earlier if d.index == sentence.index - 1), *drafts]
        before = view
    found += continued(article, sentences, quotes, found)
    return tuple(sorted(found, key=lambda s: (s.content.start, -s.content.end, s.cue.start)))


def _named(parties: Sequence[PartyMention], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offsets of the parties mentioned in a sentence; ``parties`` are sorted by start."""
    for mention in parties[bisect_left(parties, sentence.start, key=lambda m: m.span.start) :]:
        if mention.span.start >= sentence.end:
            return
        yield mention.span.start, mention.span.end


def _clipped(draft: Draft, made: Sequence[Draft]) -> Draft:
    """A frame's content ends where a speaker named after it takes the whole: "..., the agency reported"."""
    start, end = draft.content
    for other in made:
        if start < other.content[1] < end and other.content[1] <= other.cue[0] < end and draft.cue[0] < other.cue[0]:
            end = other.content[1]
    return replace(draft, content=(start, end))


def _speech(article: Article, view: View, draft: Draft, parties: Sequence[PartyMention], memory: Memory) -> Speech:
    speaker: Party = UNNAMED
    span: Span | None = None
    if draft.who is not None:
        speaker, span = resolve(article, view, draft.who, parties, memory)
    elif draft.same and memory.last is not None:
        speaker, span = memory.last, memory.words.get(memory.last.id)
    content = article.quote(*draft.content)
    return Speech(
        content,
        article.quote(*draft.cue),
        speaker,
        span,
        draft.stance,
        quoted=content.quote.startswith(("“", '"', "«", "''", "``")),
        depth=draft.depth,
        response=draft.backward,
        factive=draft.factive,
    )
