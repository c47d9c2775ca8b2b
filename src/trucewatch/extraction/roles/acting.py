"""Who does an act: its subject, "by X", "X's attack", "X launched an attack", "accused X of", "claimed by X"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...records.party import Party, PartyKind
from ...records.reading import PartyMention
from ...records.text import Cited
from .anaphora import antecedent, resolve
from .clause import ARMED, Clause, Form, clause_parties

_ARTICLES = r"(?:(?:the|a|an|some|its|their|both|suspected|alleged|unidentified|unknown|presumed|armed|masked|hooded|two|three|four|five|six|several|at least|more than|about|nearly|around|\d+|so-called|members of|elements of|units of|fighters of|forces of|troops of|soldiers of|guerrillas of|militants of|militants from|members from|dozens of|hundreds of|scores of|a group of|groups of|combatants of|men from|gunmen from|fighters from|elite|heavily|joint|combined|an?)\s+)*"
_BY = re.compile(rf"\bby\s+{_ARTICLES}$", re.I)
_LIGHT_BY = r"(?:carried out|launched|fired|staged|mounted|conducted|committed|perpetrated|planted|set|led|claimed|made|waged|executed|directed|ordered|dropped|thrown|laid|detonated|inflicted|planned|masterminded|instigated|unleashed|undertaken)"
_OTHER_VERB = re.compile(
    rf"(?<!\bbeing )\b(?!{_LIGHT_BY})(?!(?:killed|wounded|injured|attacked|shelled|bombed|shot|kidnapped|abducted|hit|struck|torched|ambushed|dead|red)\b)[\w-]+(?:ed|en|held|led|run|used|backed)\s+by\s",
    re.I,
)
_FROM = re.compile(rf"\bfrom\s+{_ARTICLES}$", re.I)
_BETWEEN = re.compile(rf"\bbetween\s+{_ARTICLES}(?:[\w-]+\s+){{0,2}}$", re.I)
_WHICH = re.compile(r",\s+(?:which|who|whose|that|whom)\b[^,]*,")
_LEADERS = re.compile(r"president|leader|commander|minister|general|chief|king|dictator|colonel|warlord|premier", re.I)
_NOT_SUBJECT_AFTER = re.compile(r"^['’]", re.I)


@dataclass(frozen=True, slots=True)
class Actor:
    """The actor with the mention it was read from."""

    mention: PartyMention
    cited: Cited[Party]


def actor_of(clause: Clause) -> Actor | None:
    """The actor of a clause's act; None where the text names none."""
    mention = _laid(clause) or _by(clause)
    if mention is None:
        mention = {
            Form.PASSIVE: _of_passive,
            Form.NOUN: _of_noun,
            Form.MUTUAL: _of_mutual,
            Form.ACTIVE: _subject,
        }[clause.form](clause)
    if mention is not None:
        return Actor(mention, resolve(clause, mention))
    if clause.form is Form.ACTIVE or (clause.form is Form.NOUN and _lent(clause, clause.start)):
        return _pronoun(clause) or _elided(clause) or _listed(clause)
    return _listed(clause) if clause.form is Form.NOUN else None


def may_act(mention: PartyMention) -> bool:
    """Whether a party can be an actor: armed, a crowd, or a person who commands."""
    party = mention.party
    if party.kind is PartyKind.PERSON:
        return bool(party.of and party.role and _LEADERS.search(party.role)) or (
            party.of is not None and not party.role
        )
    return party.kind in ARMED | {PartyKind.RIOTERS, PartyKind.PROTESTERS} and not party.role


def _by(clause: Clause) -> PartyMention | None:
    """ "by X" after the act, or X after the act's own words with nothing else between."""
    for mention in clause.parties:
        if mention.span.start >= clause.act.end and may_act(mention) and _BY.search(clause.before(mention)):
            between = clause.text[clause.act.end : mention.span.start]
            if _OTHER_VERB.search(between):
                continue
            if len(between) < 130 and not re.search(
                r"[;:]|\b(?:said|says|condemned|welcomed|monitored|confirmed|called|brokered|mediated|backed|supported)\s+(?:\w+\s+)?by\s",
                between,
            ):
                return mention
    return None


def _laid(clause: Clause) -> PartyMention | None:
    """A party to whom the act is laid: accused of it, blamed for it, claiming it."""
    for mention in clause.parties:
        if not may_act(mention) or mention.adjectival:
            continue
        lead = clause.before(mention)
        if mention.span.end <= clause.act.start:
            gap = clause.text[mention.span.end : clause.act.start]
            if re.search(rf"{clause.words.accused.pattern}\s+{_ARTICLES}$", lead, re.I) and re.search(
                r"^\S*\s*(?:\w+\s+){0,3}(?:of|for|in)\b", gap
            ):
                return mention
        elif re.search(rf"{clause.words.laid_to.pattern}\s+(?:by\s+|to\s+|on\s+)?{_ARTICLES}$", lead, re.I):
            return mention
    claims = re.search(r"\bclaim\w*\s+(?:the\s+)?responsibility\b", clause.text[clause.start : clause.end], re.I)
    if claims:
        before = [m for m in clause.parties if m.span.end <= clause.start + claims.start() and may_act(m)]
        return before[-1] if before else None
    return None


def _of_passive(clause: Clause) -> PartyMention | None:
    """ "killed in Israeli shelling", "wounded in an attack by X" (the latter is found by "by")."""
    for mention in clause.parties:
        if mention.span.start >= clause.act.end and mention.adjectival and may_act(mention):
            lead = clause.before(mention, 40)
            if re.search(r"\b(?:in|by|during|from|under|when)\s+(?:[\w-]+\s+){0,3}$", lead, re.I) and _bears(
                clause, mention
            ):
                return mention
    return None


def _of_noun(clause: Clause) -> PartyMention | None:
    """The owner of a noun of an act: "Turkish shelling", "the army's raid", "fire from X", "X launched an attack"."""
    owner = _owner(clause)
    if owner is not None:
        return owner
    for mention in clause.parties:
        if mention.span.start >= clause.act.end and may_act(mention) and _FROM.search(clause.before(mention)):
            between = clause.text[clause.act.end : mention.span.start]
            if len(between) < 50 and clause.act.quote.lower().endswith(
                ("fire", "shelling", "bombardment", "attack", "attacks", "strikes", "barrage")
            ):
                return mention
    subject = _subject(clause)
    if subject is not None and _lent(clause, subject.span.end):
        return subject
    return _told_after(clause)


def _told_after(clause: Clause) -> PartyMention | None:
    """ "an attack on Monday when X murdered ...": the act is told again with its subject."""
    for mention in clause.parties:
        if mention.span.start >= clause.act.end and may_act(mention) and not mention.adjectival:
            lead = clause.text[clause.act.end : mention.span.start]
            if re.search(rf"\b(?:when|in which)\s+{_ARTICLES}$", lead, re.I) and re.match(
                r"\s+\w+ed\b", clause.after(mention)
            ):
                return mention
    return None


def _owner(clause: Clause) -> PartyMention | None:
    """A party that stands as adjective or with 's directly before the act's noun."""
    for mention in reversed(clause.parties):
        if mention.span.end > clause.act.start or not may_act(mention):
            continue
        gap = clause.text[mention.span.end : clause.act.start]
        if re.fullmatch(r"(?:['’]s?)?\s+(?:[\w’'-]+\s+){0,4}", gap) and not re.search(
            r"\b(?:in|on|of|at|by|for|to|with|and|after|from|during|against|near|that|was|were|is|are|has|had|have|said|killed|the|a|an)\b",
            gap,
            re.I,
        ):
            return mention if mention.adjectival or gap[:1] in "'’" or gap == " " else None
        if re.fullmatch(r"(?:['’]s?)?\s+[\w-]+(?:\s+[\w-]+)?\s+and\s+(?:[\w-]+\s+){0,2}", gap) and mention.adjectival:
            return mention
    return None


def _lent(clause: Clause, from_: int) -> bool:
    """Whether a verb that only lends the act its subject stands before the act: "launched an attack"."""
    return bool(clause.words.light.search(clause.text, from_, clause.act.start))


def _of_mutual(clause: Clause) -> PartyMention | None:
    """The first side of a fight: "between X and Y", "X clashed with Y", "X and Y fought"."""
    for mention in clause.parties:
        if may_act(mention) and _BETWEEN.search(clause.before(mention)):
            return mention
    if clause.act.quote.lower().split()[0] in clause.words.nouns and not re.match(
        r"\s+(?:\w+\s+)?(?:with|against)\b", clause.text[clause.act.end : clause.end]
    ):
        owner = _owner(clause)
        if owner is not None:
            return owner
        subject = _subject(clause)
        return subject if subject is not None and _lent(clause, subject.span.end) else None
    return _subject(clause)


def _subject(clause: Clause) -> PartyMention | None:
    """The nearest party before the act that can be its subject, and no preposition's noun."""
    relative = [m.span() for m in _WHICH.finditer(clause.text, clause.start, clause.act.start)]
    best: PartyMention | None = None
    for mention in clause.parties:
        if mention.span.end > clause.act.start:
            break
        if not may_act(mention) or any(a <= mention.span.start < b for a, b in relative):
            continue
        if mention.adjectival and not _bears(clause, mention):
            continue
        if not _is_object(clause, mention):
            best = mention if best is None or _new_subject(clause, best, mention) else best
    return best


def _is_object(clause: Clause, mention: PartyMention) -> bool:
    """Whether a preposition or a possessor before (or 's after) keeps a party from being a subject."""
    if not mention.adjectival and _NOT_SUBJECT_AFTER.match(clause.after(mention, 2)) and not _bears(clause, mention):
        return True
    lead = re.sub(rf"{_ARTICLES}$", "", clause.before(mention), flags=re.I)
    if clause.words.partitive.search(clause.before(mention)[-30:]) and re.search(
        r"\bof\s+(?:the\s+)?$", clause.before(mention)
    ):
        return False
    tail = re.search(r"([\w-]+)\s*$", lead)
    return bool(tail and tail[1].lower() in clause.words.prepositions)


def _new_subject(clause: Clause, old: PartyMention, new: PartyMention) -> bool:
    """Whether a later party takes over as subject: a clause begins between, and a verb follows it."""
    between = clause.text[old.span.end : new.span.start]
    follows = clause.text[new.span.end : clause.act.start]
    starts = re.search(
        r"[,:;]|\b(?:that|said|says|and|but|when|where|while|after|before|as|because|if|which|who|then|reported|believe[sd]?|announced|denied|claimed|added)\b",
        between,
        re.I,
    )
    return bool(starts) and not re.match(r"\s*,", follows)


def _bears(clause: Clause, mention: PartyMention) -> bool:
    """Whether the noun an adjective stands with acts for its party: "Israeli jets bombed"."""
    return any(word in clause.words.bearers for word in re.findall(r"[\w-]+", clause.after(mention, 45).lower())[:4])


def _pronoun(clause: Clause) -> Actor | None:
    """ "they", "it", "the group" before the act, bound to the subject before where that is one party."""
    window = clause.text[clause.start : clause.act.start]
    hits = list(clause.words.pronoun.finditer(window))
    if not hits:
        return None
    hit = hits[-1]
    if re.search(r"[;:]", window[hit.end() :]):
        return None
    span = clause.reading.article.quote(clause.start + hit.start(), clause.start + hit.end())
    mention = antecedent(clause, span)
    if mention is None or not may_act(mention):
        return None
    why = f"{span.quote!r} is the party named before"
    return Actor(mention, Cited(mention.party, (span, mention.span), why))


def _elided(clause: Clause) -> Actor | None:
    """A verb that goes on from the part of the sentence before: "X entered the town, and shot", "X -- with Y -- shot"."""
    if clause.sentence is None or clause.sentence.start >= clause.start:
        return None
    gap = clause.text[clause.start : clause.act.start]
    verb = clause.words.light.search(gap) if clause.form is Form.NOUN else None
    lead = gap[: verb.start()] if verb else gap
    if not re.search(
        r"(?:^|[—–])\s*(?:and\s+|but\s+|then\s+|later\s+|also\s+|\w+ly\s+|have\s+|had\s+|has\s+)*$", lead, re.I
    ):
        return None
    earlier = replace(
        clause, start=clause.sentence.start, act=clause.reading.article.quote(clause.start, clause.act.end)
    )
    whole = clause_parties(clause.reading, clause.sentence.start, clause.start)
    mention = _subject(replace(earlier, parties=whole))
    return Actor(mention, resolve(clause, mention)) if mention else None


def _listed(clause: Clause) -> Actor | None:
    """An act of a list whose head says who did them all: "forces conducted nine strikes ... Near X, two strikes hit"."""
    noun = " ".join(clause.act.quote.lower().split())
    head = next((w for w in re.findall(r"[a-z-]+", noun) if w in clause.words.listed), None)
    lead = clause.text[clause.start : clause.act.start] + noun.partition(head or " ")[0]
    if (
        head is None
        or clause.sentence is None
        or not re.search(
            r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s*(?:\w+\s+)?$", lead, re.I
        )
    ):
        return None
    stem = head.rstrip("s")
    conducted = re.compile(rf"\b(?:conducted|carried out|launched|made|flew)\s+(?:\w+\s+){{0,5}}{stem}s?\b", re.I)
    for sentence in reversed(clause.reading.sentences[max(0, clause.sentence.index - 15) : clause.sentence.index]):
        hit = conducted.search(clause.text, sentence.start, sentence.end)
        if hit is None:
            continue
        parties = clause_parties(clause.reading, sentence.start, hit.start())
        quote = clause.reading.article.quote(hit.start(), hit.end())
        mention = _subject(replace(clause, start=sentence.start, act=quote, parties=parties, form=Form.ACTIVE))
        if mention is None:
            return None
        return Actor(mention, Cited(mention.party, (mention.span, quote), "the head of the list says whose these are"))
    return None
