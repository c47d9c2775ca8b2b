"""Who did an act, told after it in words that hold no act of their own: blame, denial, claims of responsibility.

"A shell hit the school. The army blamed the rebels; they denied it." Each voice is one more claim of the act told
before, with its own words: whoever is blamed is its actor, whoever blames its speaker, and a denial its response.
A second voice for the same account ("and the Red Cross said the same") is one more claim too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...knowledge.blame_words import BlameWords, blame_words
from ...records.claim import Grain, IncidentClaim, Said
from ...records.party import Party
from ...records.reading import Reading, Sentence, Stance
from ...records.text import Cited, SegmentKind, Span
from ..attribution import said_for
from ..identity import claim_id
from .blamed import blamed_after, end_of, party_at, party_by_verb, same_side, whole_clause, with_article
from .same_act import claim_again, only_harm, same_voice, spot_of
from .voices import second_voice

_ANOTHER_VOICE = "another voice gives the same account of the act"
_ANSWERS = "whoever denies that it did this is answering a charge that it did"
_SPEAKS_FOR = "it is the party that was named, or speaks for it"
_BACK = 2
_CLAIMING = re.compile(r"\b(?:claim|alleg|suspect|accus|blam|charg|finger)", re.I)


def with_blame(reading: Reading, claims: Sequence[IncidentClaim]) -> tuple[IncidentClaim, ...]:
    """The claims of a reading, in text order, with what is said of their acts after them."""
    words = blame_words()
    teller = _Teller(reading, words, list(claims))
    for claim in tuple(claims):
        second = second_voice(reading, words, claim)
        if second is not None:
            teller.add_voice(claim, second)
    for sentence in reading.sentences:
        if sentence.segment is SegmentKind.BODY:
            teller.hear(sentence)
    return tuple(sorted(teller.claims, key=lambda c: c.words[0].start))


class _Teller:
    """Goes through the sentences; every blame is a claim that denials behind it may answer."""

    def __init__(self, reading: Reading, words: BlameWords, claims: list[IncidentClaim]) -> None:
        self._reading = reading
        self._words = words
        self._acts = [c for c in claims if c.armed and c.grain is not Grain.BACKGROUND]
        self.claims = claims

    def hear(self, sentence: Sentence) -> None:
        """Take in what one sentence says of acts told before."""
        if not self._before(sentence, sentence.end):
            return
        hits = [
            *((m.start(), 0, m) for m in self._found(self._words.blamed, sentence)),
            *((m.start(), 1, m) for m in self._found(self._words.said, sentence)),
            *((m.start(), 2, m) for m in self._found(self._words.passive, sentence)),
            *((m.start(), 7, m) for m in self._found(self._words.laid, sentence)),
            *((m.start(), 8, m) for m in self._found(self._words.doing, sentence)),
            *((m.start(), 3, m) for m in self._found(self._words.owned, sentence)),
            *((m.start(), 4, m) for m in self._found(self._words.same, sentence)),
            *((m.start(), 5, m) for m in self._found(self._words.denial, sentence)),
            *((m.start(), 6, m) for m in self._found(self._words.self_denial, sentence)),
        ]
        for _, kind, hit in sorted(hits, key=lambda h: h[:2]):
            acts = self._before(sentence, hit.start())
            if not acts:
                continue
            if kind in (0, 1, 2):
                self._blame(sentence, hit, acts, kind)
            elif kind == 3:
                self._own(sentence, hit, acts)
            elif kind == 7:
                self._lay(sentence, hit, acts)
            elif kind == 8:
                self._did(sentence, hit, acts)
            elif kind == 4:
                self._agree(sentence, hit, acts)
            else:
                self._deny(sentence, hit, acts, itself=kind == 6)

    def add_voice(self, claim: IncidentClaim, voices: tuple[Cited[Party], Cited[Party]]) -> None:
        """Two voices before one verb: each tells the act by its own word."""
        first, second = voices
        own = replace(claim.said, speaker=first)
        self._swap(claim, own)
        told = replace(claim.event, derivation=_ANOTHER_VOICE)
        where = claim.place.value.name if claim.place else None
        values = (claim.event.value, claim.sub_event, where, second.value.id)
        name = claim_id(claim.article, "incident", claim.words, values)
        added = replace(claim, id=name, said=replace(own, speaker=second), event=told, harms=(), breach_alleged=None)
        self.claims.append(added)
        self._acts.append(added)

    def _found(self, pattern: re.Pattern[str], sentence: Sentence) -> Iterator[re.Match[str]]:
        return pattern.finditer(self._reading.article.text, sentence.start, sentence.end)

    def _before(self, sentence: Sentence, offset: int) -> list[IncidentClaim]:
        """The claims of the last act told before an offset: in its sentence, else in one shortly before."""
        sentences = self._reading.sentences
        for index in range(sentence.index, max(-1, sentence.index - _BACK - 1), -1):
            other = sentences[index]
            if other.paragraph != sentence.paragraph:
                return []
            told = [c for c in self._acts if other.start <= spot_of(c) < min(other.end, offset)]
            if told:
                # Harm told behind its act ("four people died") is not what a charge is about.
                last = max(spot_of(c) for c in [c for c in told if not only_harm(c)] or told)
                return [c for c in self._acts if spot_of(c) == last]
        return []

    def _holds_act(self, start: int, end: int) -> bool:
        """Whether an act of its own is told between two offsets."""
        return any(start <= spot_of(c) < end for c in self.claims)

    def _blame(self, sentence: Sentence, hit: re.Match[str], acts: list[IncidentClaim], kind: int) -> None:
        found = blamed_after(self._reading, self._words, sentence, hit, ("blamed", "said", "passive")[kind])
        if found is None or self._holds_act(hit.start(), found.end):
            return
        speaker, party = found.speaker, found.party
        if speaker is not None and same_side(speaker.value, party.value):
            return
        stance = Stance.CLAIMED_UNVERIFIED if _CLAIMING.search(hit.group()) or speaker is None else Stance.ASSERTED
        said = Said(stance, speaker)
        if speaker is not None:
            self._answer(acts, speaker, self._reading.article.quote(*hit.span()))
            acts = self._before(sentence, hit.start())
        self._add(
            acts,
            said,
            party,
            self._reading.article.quote(with_article(self._reading, sentence, found.start), found.end),
        )

    def _lay(self, sentence: Sentence, hit: re.Match[str], acts: list[IncidentClaim]) -> None:
        """ "The attack was blamed on X": the bare words for the act are those of the act before."""
        party = party_at(self._reading, hit.end(), sentence)
        if party is None:
            return
        end = whole_clause(self._reading, self._words, sentence, end_of(party))
        bare = [c for c in self.claims if hit.start() <= spot_of(c) < hit.end()]
        if end is None or any(c.harms or (c.place and not c.place.derivation) for c in bare):
            return
        for row in (self.claims, self._acts):
            row[:] = [c for c in row if c not in bare]
        quote = self._reading.article.quote(hit.start(), end)
        said = said_for(self._reading, quote)
        by = next((g for g in ("by", "by2") if hit.group(g)), None)
        speaker = said.speaker or (party_at(self._reading, hit.start(by), sentence, acting=False) if by else None)
        if hit.group().lower().endswith("claimed by"):
            speaker = party
        self._add(acts, Said(Stance.CLAIMED_UNVERIFIED, speaker, said.chain), party, quote)

    def _did(self, sentence: Sentence, hit: re.Match[str], acts: list[IncidentClaim]) -> None:
        """ "X was behind it": by whomever the words are told."""
        party = party_by_verb(self._reading, self._words, sentence, hit.start(), acting=True)
        end = whole_clause(self._reading, self._words, sentence, hit.end())
        if party is None or end is None:
            return
        start = self._from(sentence, party, hit)
        text = self._reading.article.text
        if any(m.end() >= start - 1 for m in self._words.said.finditer(text, sentence.start, start)):
            return  # "said X was behind it" is read as a whole
        if self._holds_act(start, end):
            return
        quote = self._reading.article.quote(start, end)
        self._add(acts, said_for(self._reading, quote), party, quote)

    def _own(self, sentence: Sentence, hit: re.Match[str], acts: list[IncidentClaim]) -> None:
        """A party says that it did it."""
        who = party_by_verb(self._reading, self._words, sentence, hit.start(), acting=True)
        end = whole_clause(self._reading, self._words, sentence, hit.end())
        if who is None or end is None:
            return
        if hit.group().lower().startswith("said so") and not any(
            c.actor is not None and same_side(c.actor.value, who.value) for c in acts
        ):
            return
        claimed = bool(re.match(r"claim", hit.group(), re.I))
        said = Said(Stance.CLAIMED_UNVERIFIED if claimed else Stance.ASSERTED, who)
        self._add(acts, said, who, self._reading.article.quote(self._from(sentence, who, hit), end))

    def _agree(self, sentence: Sentence, hit: re.Match[str], acts: list[IncidentClaim]) -> None:
        """Another voice tells the same; it names whom the first voice named."""
        who = party_by_verb(self._reading, self._words, sentence, hit.start(), acting=False)
        if who is None or whole_clause(self._reading, self._words, sentence, hit.end()) is None:
            return
        stance = Stance.CONFIRMED if self._words.confirming.match(hit.group()) else Stance.ASSERTED
        quote = self._reading.article.quote(self._from(sentence, who, hit), hit.end())
        told = acts[-1]
        actor = told.actor and replace(told.actor, derivation=_ANOTHER_VOICE)
        self._add(acts, Said(stance, who), actor, quote)

    def _deny(self, sentence: Sentence, hit: re.Match[str], acts: list[IncidentClaim], *, itself: bool) -> None:
        cue = self._reading.article.quote(*hit.span())
        accused = [c.actor.value for c in acts if c.actor is not None]
        who = party_by_verb(self._reading, self._words, sentence, hit.start(), acting=False, accused=accused)
        if who is None or self._answer(acts, who, cue) or not itself:
            return
        named = [c for c in acts if c.actor is not None and not c.actor.value.unidentified]
        actor = party_by_verb(self._reading, self._words, sentence, hit.start(), acting=True)
        if named or actor is None:
            return
        said = Said(Stance.CLAIMED_UNVERIFIED, responses=((Stance.DENIED, who, cue),))
        words = self._reading.article.quote(self._from(sentence, who, hit), hit.end())
        self._add(acts, said, replace(actor, derivation=_ANSWERS), words)

    def _answer(self, acts: Sequence[IncidentClaim], who: Cited[Party], cue: Span) -> bool:
        """Set a party's denial beside the claims that name it; whether there are any."""
        named = [c for c in acts if c.actor is not None and same_side(who.value, c.actor.value)]
        named = [c for c in named if c.said.speaker is None or not same_side(who.value, c.said.speaker.value)]
        for claim in named:
            assert claim.actor is not None
            party = claim.actor.value
            if any(s is Stance.DENIED and w is not None and w.value.id == party.id for s, w, _ in claim.said.responses):
                continue
            answer = who if who.value.id == party.id else Cited(party, who.evidence, _SPEAKS_FOR)
            kept = [r for r in claim.said.responses if r[1] is None or not same_side(r[1].value, party)]
            self._swap(claim, replace(claim.said, responses=(*kept, (Stance.DENIED, answer, cue))))
        return bool(named)

    def _swap(self, claim: IncidentClaim, said: Said) -> None:
        self._put(claim, replace(claim, said=said))

    def _put(self, claim: IncidentClaim, changed: IncidentClaim) -> None:
        for row in (self.claims, self._acts):
            row[:] = [changed if c is claim else c for c in row]

    def _from(self, sentence: Sentence, who: Cited[Party], hit: re.Match[str]) -> int:
        spans = [s.start for s in who.evidence if isinstance(s, Span) and sentence.start <= s.start < hit.start()]
        return with_article(self._reading, sentence, min([hit.start(), *spans]))

    def _without_actor(self, acts: Sequence[IncidentClaim], quote: Span) -> list[IncidentClaim]:
        """The claims, but without an actor that only the clause ``quote`` names: it is that speaker's word."""
        found = []
        for claim in acts:
            own = claim.actor.evidence if claim.actor is not None else ()
            if (
                own
                and not claim.event.derivation
                and all(isinstance(s, Span) and quote.start <= s.start < quote.end for s in own)
            ):
                cleared = replace(claim, actor=None)
                self._put(claim, cleared)
                found.append(cleared)
            else:
                found.append(claim)
        return found

    def _add(self, acts: Sequence[IncidentClaim], said: Said, actor: Cited[Party] | None, quote: Span) -> None:
        """One more claim of the last act, at each of its places; none where the same voice has said so already."""
        acts = self._without_actor(acts, quote) if actor is not None else acts
        rows = {c.place.value.name if c.place else None: c for c in reversed(acts)}
        for act in reversed(list(rows.values())):
            if any(same_voice(c, said, actor) for c in acts):
                continue
            added = claim_again(act, said, actor, quote)
            self.claims.append(added)
            self._acts.append(added)
