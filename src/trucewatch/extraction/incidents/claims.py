"""One claim per act and place; what a sentence leaves out is taken from the acts told before it, and says so."""

from __future__ import annotations

import re
from dataclasses import replace

from ...records.claim import Grain, IncidentClaim
from ...records.place import Place
from ...records.reading import Reading, Sentence, Stance
from ...records.text import Cited, SegmentKind, Span
from ...records.when import When
from ..attribution import said_for
from ..harm import harms_in
from ..harm.source import with_voices
from ..modality import modality
from ..occasions import carried, grain_of, published_time, saying_time, scene_time, told_time
from ..relevance import conflict_context
from ..roles import Roles, is_told, roles_of, with_tree
from ..settings import place_of
from ..theatre import Theatre, definite_place
from ..tolls.judging import tells_toll
from .acts import Act, acts_in
from .blame import with_blame
from .breach import breach_alleged
from .means import means_of
from .mentions import without_mentions, without_summaries
from .parts import parts_of
from .per_place import identity_of, per_place
from .same_act import claim_again
from .standing import goes_on, points_back, same_spot, spoken_of, stands, weight
from .told_after import harm_after
from .types import type_of
from .weighing import Told, armed_hand, bare_harm, figure_only, finer, natural, same_place, sides_of

_NOT_EVENTS = (Stance.ASPIRATION, Stance.PREDICTION, Stance.PLANNED, Stance.HYPOTHETICAL)
_WENT_ON = "no time is given; the text goes on from the act before, of this time"
_THERE = "no place is given; the text goes on from the act before, there"
# How much of its own an act must tell: less says nothing a monitor could enter.
_LEAST, _LEAST_MANY = 2, 3
_SAME_MOMENT = re.compile(
    r"\b(?:simultaneous(?:ly)?|at (?:almost |nearly |about )?(?:exactly )?the same (?:time|moment|hour)|(?:minutes?|moments|seconds|an hour|hours) (?:later|earlier|afterwards?|apart|before)|shortly (?:after|before)wards?|the same (?:day|night|morning|evening|afternoon))\b",
    re.I,
)
_THEM = re.compile(r"\s+(?:them|it|him)\b", re.I)
_ANY_ACT = re.compile(r"attacks?|assaults?|raids?|strikes?", re.I)
_NEXT_IN_PARAGRAPH = 3


def incident_claims(reading: Reading) -> tuple[IncidentClaim, ...]:
    """All incident claims of a reading, in text order; none where the text is not about armed conflict."""
    if not conflict_context(reading):
        return ()
    return _Teller(reading).claims()


class _Teller:
    """Walks through a reading; what was told so far is what sentences that leave something out go on from."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._theatre = Theatre(reading)
        self._told: list[Told] = []
        self._roles: Roles | None = None

    def claims(self) -> tuple[IncidentClaim, ...]:
        """The claims in text order."""
        found: list[IncidentClaim] = []
        for sentence in self._reading.sentences:
            if sentence.segment is SegmentKind.DATELINE:
                continue
            self._roles = None
            acts = list(acts_in(self._reading, sentence))
            if not acts:
                self._harm_after(found, sentence, sentence.start, sentence.end)
            for act in acts:
                first = len(found)
                rows = self._rows(act)
                folded = self._folded(found, rows, act)
                if not rows and act.effect_only:
                    self._harm_after(found, sentence, act.start, act.end)
                if folded:
                    continue
                found.extend(rows)
                for row in rows[:1]:
                    found.extend(parts_of(self._reading, sentence, row))
                if rows and rows[0].grain is not Grain.BACKGROUND:
                    self._told.append(Told(rows[0], sentence.paragraph, sentence.index, len(rows), first))
        told = without_summaries(self._reading, _without_headline(self._reading, found))
        told = without_mentions(self._reading, told)
        return with_blame(self._reading, told)

    def _folded(self, found: list[IncidentClaim], rows: list[IncidentClaim], act: Act) -> bool:
        """Harm told alone right behind an act ("Nobody was hurt.") joins that act's claim, with its own words."""
        last = self._told[-1] if self._told else None
        if last is None or len(rows) != 1 or not act.effect_only or not bare_harm(rows[0], last, act):
            return False
        claim, more = found[last.index], rows[0]
        said = None if more.said == claim.said else more.said
        harms = tuple(replace(h, said=said) for h in more.harms)
        joined = replace(claim, harms=(*claim.harms, *harms), words=(*claim.words, *more.words))
        found[last.index] = replace(joined, id=identity_of(joined))
        self._told[-1] = replace(last, claim=found[last.index], sentence=act.sentence.index)
        return True

    def _harm_after(self, found: list[IncidentClaim], sentence: Sentence, start: int, end: int) -> None:
        """Harm told alone, by words that tell of no act, joins the act told right before."""
        last = self._told[-1] if self._told else None
        more = harm_after(self._reading, found, last, sentence, start, end) if last is not None else None
        if last is None or more is None:
            return
        found[last.index] = more[0]
        self._told[-1] = replace(last, claim=more[0], sentence=sentence.index)
        if more[1] is not None:
            found.append(more[1])

    def _rows(self, act: Act) -> list[IncidentClaim]:
        reading = self._reading
        said = said_for(reading, act.lead.span)
        if said.stance in _NOT_EVENTS or modality(reading, act.lead.span) in (*_NOT_EVENTS, Stance.DENIED):
            return []
        if not is_told(act.sentence, act.lead.span):
            return []
        roles = self._who(act)
        means = means_of(reading, act)
        harms = harms_in(reading, act.sentence, act.start, act.end)
        places = place_of(reading, act.sentence, act.start, act.end, act.lead.span)
        when = told_time(reading, act.sentence, act.start, act.end, act.lead.span)
        if not stands(reading, act, roles, means, harms, places, when):
            rest = act.of_harm()
            return self._rows(rest) if rest is not None else []
        seen = with_tree(reading, act.lead.span, act.start, act.end, roles)
        event, sub_event = type_of(act, seen, means, harms)
        before = self._before(act, event, places)
        if before is not None:
            event, sub_event = before.claim.event.value, before.claim.sub_event
        breach = breach_alleged(reading, act.sentence, act.start, act.end, said)
        grain = grain_of(reading, act.start, act.end, act.lead.span, when)
        own = weight(reading, act, roles, harms, places, when, means) + (breach is not None)
        if before is None and own < (_LEAST_MANY if grain is Grain.AGGREGATE else _LEAST):
            grain = Grain.BACKGROUND
        if grain is Grain.AGGREGATE and before is None and not places and when is None:
            grain = Grain.BACKGROUND
        if before is None and not (when or harms or means or breach) and spoken_of(reading, act, roles):
            grain = Grain.BACKGROUND
        if before is not None and not (harms or breach or finer(places) or (when and not before.claim.when)):
            bare = not (act.effect_only or places or when or roles.target_words)
            named = seen.actor if bare and before.claim.actor is None else None
            return [claim_again(before.claim, said, named, self._words(act))] if named is not None else []
        if figure_only(act, before, grain, places, when, harms):
            return []
        if (
            act.effect_only
            and before is not None
            and harms
            and tells_toll(reading, act.sentence, act.start, act.end, harms)
        ):
            return []  # "Twenty years, forty thousand dead": the war's, not the act's
        if before is None and not (roles.armed or means) and natural(reading, act, harms):
            return []
        if before is not None:
            seen = Roles(target_words=roles.target_words) if act.effect_only else sides_of(before.claim, seen, places)
        if len(places) > 1 and tells_toll(reading, act.sentence, act.start, act.end, harms):
            harms = ()  # one figure for several acts in several places is a toll
        # What is told of many acts or by the way has not the day and place of the act told before it.
        loose = before is None and grain is not Grain.INCIDENT
        base = IncidentClaim(
            id="",
            article=reading.article.id,
            said=said,
            words=(self._words(act),),
            event=Cited(event, (act.lead.span,)),
            sub_event=sub_event,
            grain=grain,
            armed=act.lead.trigger.armed or armed_hand(sub_event, seen, means),
            actor=seen.actor,
            target=seen.target,
            target_words=seen.target_words,
            when=when or (None if loose else self._time(act, before)),
            means=means,
            harms=with_voices(reading, harms, said),
            breach_alleged=breach,
        )
        return per_place(base, places or self._place(act, before, loose))

    def _who(self, act: Act) -> Roles:
        """Actor and target; a verb that shares the subject of the one before shares its actor."""
        roles = self._with_harmed(act, roles_of(self._reading, act.lead.span, act.start, act.end))
        if roles.actor is None and act.coordinate and self._roles is not None:
            roles = replace(roles, actor=self._roles.actor, armed=roles.armed or self._roles.armed)
        if act.coordinate and self._roles is not None and self._roles.target is not None and self._on_them(act):
            roles = replace(roles, target=self._roles.target, target_words=self._roles.target_words)
        self._roles = roles
        return roles

    def _with_harmed(self, act: Act, roles: Roles) -> Roles:
        """The roles with what a verb of harm beside a noun of an act adds: "it had killed a commander in a strike"."""
        if act.effect_only or (
            roles.actor is not None and (roles.target is not None or roles.target_words is not None)
        ):
            return roles
        for hit in act.hits:
            if not hit.trigger.effect or not hit.span.quote.lower().endswith(("ed", "shot")):
                continue
            harm = roles_of(self._reading, hit.span, act.start, act.end)
            actor = roles.actor or (
                harm.actor if harm.actor is not None and hit.span.end < act.lead.span.start else None
            )
            if roles.target is None and roles.target_words is None:
                return replace(roles, actor=actor, target=harm.target, target_words=harm.target_words)
            return replace(roles, actor=actor)
        return roles

    def _on_them(self, act: Act) -> bool:
        """ "shelled the camp and attacked it again": a pronoun for what the act before hit."""
        return bool(_THEM.match(self._reading.article.text, act.lead.span.end, act.end))

    def _before(self, act: Act, event: str, places: tuple[Cited[Place], ...]) -> Told | None:
        """The act told before that this sentence goes on about, where its words point back to one."""
        if not points_back(self._reading, act):
            return None
        recent = self._told[-6:][::-1]
        if not act.effect_only:
            # "the shelling" is rather the shelling told before than an air strike told since.
            recent.sort(key=lambda told: told.claim.sub_event != act.lead.trigger.sub_event)
        for told in recent:
            if act.effect_only and finer(places) and not same_place(places, told.claim):
                return None
            if act.effect_only:
                return told if act.sentence.index - told.sentence <= 2 else None
            if act.sentence.index != told.sentence and (told.claim.event.value == event or self._generic(act, told)):
                return told
        return None

    def _generic(self, act: Act, told: Told) -> bool:
        """ "As a result of the attack five soldiers were killed": a word for any act, about the one told right before."""
        near = act.sentence.index - told.sentence == 1
        return near and bool(_ANY_ACT.fullmatch(act.lead.span.quote))

    def _time(self, act: Act, before: Told | None) -> Cited[When] | None:
        last = self._told[-1] if self._told else None
        follows = before or (last if last is not None and last.paragraph == act.sentence.paragraph else None)
        if follows is not None:
            found = carried(self._reading, _own(follows.claim.when), True)
            if found is not None:
                return found
        if last is not None and _SAME_MOMENT.search(self._reading.article.text, act.start, act.end):
            found = carried(self._reading, _own(last.claim.when), True)
            if found is not None:
                return found
        found = saying_time(self._reading, act.sentence) or scene_time(self._reading, act.sentence)
        if found is None and last is not None:
            found = carried(self._reading, _own(last.claim.when), False)
        return found or published_time(self._reading)

    def _place(self, act: Act, before: Told | None, loose: bool) -> tuple[Cited[Place], ...]:
        pointed = definite_place(self._reading, act.start, act.end, self._theatre.country())
        if pointed is not None:
            return (pointed,)
        heading = self._theatre.heading(act.start)
        if heading is not None:
            return (heading,)
        last = self._told[-1] if self._told and not loose else None
        follows = before or (last if last is not None and self._goes_on(act, last) else None)
        if follows is not None and follows.claim.place is not None and follows.places == 1:
            place = follows.claim.place
            return (Cited(place.value, place.evidence, _THERE),)
        found = self._theatre.country()
        return (found,) if found else ()

    def _goes_on(self, act: Act, last: Told) -> bool:
        """Whether a sentence without a place goes on at the place of the act before."""
        if same_spot(self._reading, act):
            return act.sentence.index - last.sentence <= _NEXT_IN_PARAGRAPH
        if act.sentence.paragraph == last.paragraph:
            return act.sentence.index - last.sentence <= _NEXT_IN_PARAGRAPH
        return act.sentence.index - last.sentence <= 1 and goes_on(self._reading, act)

    def _words(self, act: Act) -> Span:
        text = self._reading.article.text
        start, end = act.start, act.end
        while start < end and not text[start].isalnum() and text[start] not in "\"“‘'[(":
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        first = min(h.span.start for h in act.hits)
        last = max(h.span.end for h in act.hits)
        return self._reading.article.quote(min(start, first), max(end, last))


def _without_headline(reading: Reading, found: list[IncidentClaim]) -> list[IncidentClaim]:
    """Without what only a headline's loose word tells ("Attack on Qasr"), where the report itself tells of acts."""
    heads = [s for s in reading.article.segments if s.kind in {SegmentKind.HEADLINE, SegmentKind.DEK}]

    def loose(claim: IncidentClaim) -> bool:
        start = claim.words[0].start
        vague = claim.sub_event in {"Attack", "Armed clash"} and not claim.harms
        return vague and any(s.start <= start < s.end for s in heads)

    body = [c for c in found if not loose(c) and c.grain is not Grain.BACKGROUND]
    return [c for c in found if not loose(c)] if body else found


def _own(when: Cited[When] | None) -> Cited[When] | None:
    """A time that was itself carried over is carried on by its own words."""
    if when is not None and when.derivation == _WENT_ON:
        return replace(when, derivation="")
    return when
