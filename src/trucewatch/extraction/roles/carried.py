"""Actors told elsewhere: a pronoun's antecedent, the subject a later verb goes on with, the head of a list."""

from __future__ import annotations

import re
from dataclasses import replace

from ...records.party import Party
from ...records.reading import PartyMention
from ...records.text import Cited
from .anaphora import antecedent
from .clause import Clause, Form, clause_parties
from .laid import may_act
from .subject import acts_by_itself, subject_of

_GOES_ON = re.compile(r"(?:^|[—–])\s*(?:and\s+|but\s+|then\s+|later\s+|also\s+|\w+ly\s+|have\s+|had\s+|has\s+)*$", re.I)
_NUMBER = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s*(?:\w+\s+)?$", re.I
)
_LIST_REACH = 25


def of_pronoun(clause: Clause) -> tuple[PartyMention, Cited[Party]] | None:
    """ "they", "it", "the group" before the act, bound to the party before where that is one."""
    if acts_by_itself(clause):
        return None
    window = clause.text[clause.start : clause.act.start]
    hits = list(clause.words.pronoun.finditer(window))
    if not hits or re.search(r"[;:]", window[hits[-1].end() :]):
        return None
    span = clause.reading.article.quote(clause.start + hits[-1].start(), clause.start + hits[-1].end())
    mention = antecedent(clause, span)
    if mention is None or not may_act(mention):
        return None
    why = f"{span.quote!r} is the party named before"
    return mention, Cited(mention.party, (span, mention.span), why)


def elided(clause: Clause) -> PartyMention | None:
    """The subject of the part of the sentence before: "X entered the town, and shot", "X -- with Y -- shot"."""
    if clause.sentence is None or clause.sentence.start >= clause.start:
        return None
    gap = clause.text[clause.start : clause.act.start]
    verb = clause.words.light.search(gap) if clause.form is Form.NOUN else None
    if not _GOES_ON.search(gap[: verb.start()] if verb else gap):
        return None
    start = clause.sentence.start
    act = clause.reading.article.quote(clause.start, clause.act.end)
    return subject_of(
        replace(clause, start=start, act=act, parties=clause_parties(clause.reading, start, clause.start))
    )


def of_list(clause: Clause) -> tuple[PartyMention, Cited[Party]] | None:
    """The doer of a list's acts by its head: "forces conducted nine strikes ... Near X, two strikes hit"."""
    noun = " ".join(clause.act.quote.lower().split())
    head = next((w for w in re.findall(r"[a-z-]+", noun) if w in clause.words.listed), None)
    if head is None or clause.sentence is None:
        return None
    if not _NUMBER.search(clause.text[clause.start : clause.act.start] + noun.partition(head)[0]):
        return None
    done = re.compile(
        rf"\b(?:conducted|carried out|launched|made|flew)\s+(?:[\w-]+\s+){{0,5}}{head.rstrip('s')}s?\b", re.I
    )
    before = clause.reading.sentences[max(0, clause.sentence.index - _LIST_REACH) : clause.sentence.index]
    for sentence in reversed(before):
        hit = done.search(clause.text, sentence.start, sentence.end)
        if hit is None:
            continue
        quote = clause.reading.article.quote(hit.start(), hit.end())
        parties = clause_parties(clause.reading, sentence.start, hit.start())
        mention = subject_of(replace(clause, start=sentence.start, act=quote, parties=parties, form=Form.ACTIVE))
        if mention is None:
            continue
        return mention, Cited(mention.party, (mention.span, quote), "the head of the list says whose these are")
    return None
