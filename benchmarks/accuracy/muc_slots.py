"""Slots of MUC templates beyond our incidents' own: who and what is named about an act, groups told near it, templates joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.extraction.coding.harmed import Harmed, harmed_in
from trucewatch.knowledge.harmed_words import harmed_words
from trucewatch.records.party import PartyKind
from trucewatch.records.reading import PartyMention, Reading

SLOTS = ("perp_individual", "perp_org", "targets", "victims", "weapon")
_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA}
# Fighters killed in a fight are no victims there; nor are words for harm itself.
_FIGHTERS = re.compile(r"guerrilla|terrorist|subversive|extremist|rebel|insurgent", re.I)
_NO_VICTIM = re.compile(r"(?:wounded|injured|dead|casualties|victims?|no one|nobody|hurt)|.*\b\w+(?:ed|ing)", re.I)
_WEAPON = re.compile(
    r"bomb|explosive|dynamite|grenade|rifle|gun|mortar|rocket|device|bullet|machete|missile|mine|pistol|revolver|carbine|knife|cannon|fire",
    re.I,
)
_PLURAL = re.compile(r"(?:\w{3,}s|people|men|women|children|police|troops|crew|family)$", re.I)
_STOP = frozenset(["a", "an", "the"])
# How many sentences away a telling of harm, or a group's name, still belongs to an act.
_NEAR, _GROUP_NEAR = 1, 2


@dataclass(slots=True)
class Draft:
    """A template with the sentences it rests on."""

    slots: dict[str, Any]
    sentences: set[int] = field(default_factory=set)
    counted: dict[str, list[tuple[str, int, int | None]]] = field(default_factory=dict)


def filled(drafts: Sequence[Draft], reading: Reading) -> list[dict[str, Any]]:
    """The templates with what is named about their acts, those of one event joined, empty ones left out."""
    for draft in drafts:
        _clean(draft.slots)
    bare = not drafts
    drafts = list(drafts)
    for harmed in harmed_in(reading):
        draft = _home(drafts, harmed)
        # An act of which no incident was made: told with both sides, or in a text without any incident.
        if draft is None and harmed.kind != "attack" and harmed.people and (bare or harmed.doers):
            draft = Draft(_empty("KIDNAPPING" if harmed.kind == "abduct" else "ATTACK"))
            drafts.append(draft)
        if draft is not None:
            _put(draft, harmed, reading)
    for draft in drafts:
        for slot, told in draft.counted.items():
            draft.slots[slot] = draft.slots[slot] or _summed(told)
        if not draft.slots["weapon"] and draft.slots["type"] == "BOMBING":
            draft.slots["weapon"] = _weapons(draft, reading)
        if not draft.slots["perp_org"]:
            draft.slots["perp_org"] = _group(draft, reading)
    return [t for t in _joined(draft.slots for draft in drafts) if any(t[slot] for slot in SLOTS)]


def _empty(kind: str) -> dict[str, Any]:
    numbers = dict.fromkeys(("date", "location", "n_killed", "n_injured"))
    return {"type": kind, **numbers, **{slot: [] for slot in SLOTS}}


def _weapons(draft: Draft, reading: Reading) -> list[str]:
    """Weapons named in the sentences of an act."""
    spans = [(s.start, s.end) for s in reading.sentences if s.index in draft.sentences]
    found: list[str] = []
    _add(
        found,
        (
            _plain(m.span.quote)
            for m in reading.means
            if any(a <= m.span.start < b for a, b in spans) and _WEAPON.search(m.span.quote)
        ),
    )
    return found


def _clean(slots: dict[str, Any]) -> None:
    """Slots without words that name nobody and nothing."""
    words = harmed_words()
    slots["targets"] = [
        t for t in slots["targets"] if words.things.search(t) and not words.people.fullmatch(t.split()[-1])
    ]
    slots["victims"] = [v for v in slots["victims"] if not _NO_VICTIM.fullmatch(v) and not _FIGHTERS.search(v)]
    slots["weapon"] = [w for w in slots["weapon"] if _WEAPON.search(w)]
    slots["perp_individual"] = [d for d in slots["perp_individual"] if words.doers.search(d)]


def _home(drafts: Sequence[Draft], harmed: Harmed) -> Draft | None:
    """The template a telling belongs to: of its kind, in its sentence or next to it."""
    fitting = [d for d in drafts if (d.slots["type"] == "KIDNAPPING") == (harmed.kind == "abduct") and d.sentences]
    near = [(min(abs(harmed.sentence - n) for n in d.sentences), i) for i, d in enumerate(fitting)]
    distance, index = min(near, default=(_NEAR + 1, 0))
    return fitting[index] if distance <= _NEAR else None


def _count(told: list[tuple[str, int, int | None]], harmed: Harmed, reading: Reading) -> None:
    """How many each phrase tells of: its own figure, one for one person, two and more for a bare plural of the killed.

    Bare plurals of the hurt are left out: reports that tell of them mostly give the figure elsewhere.
    """
    for span in harmed.people:
        words = _plain(span.quote)
        if _FIGHTERS.search(words) or any(_same(words, other) for other, _, _ in told):
            continue
        figure = next(
            (c.count for c in reading.counts if c.of and c.of.start < span.end and span.start < c.of.end), None
        )
        if figure is not None and figure.low is not None:
            told.append((words, figure.low, figure.high))
        elif not _PLURAL.search(words):
            told.append((words, 1, 1))
        elif harmed.kind == "kill":
            told.append((words, 2, None))


def _summed(told: list[tuple[str, int, int | None]]) -> list[int | None] | None:
    highs = [high for _, _, high in told]
    if not told:
        return None
    return [sum(low for _, low, _ in told), None if None in highs else sum(h for h in highs if h is not None)]


def _put(draft: Draft, harmed: Harmed, reading: Reading) -> None:
    people = [_plain(s.quote) for s in harmed.people if not _FIGHTERS.search(s.quote)]
    _add(draft.slots["victims"], people)
    _add(draft.slots["perp_individual"], (_plain(s.quote) for s in harmed.doers))
    # Things next to an act are hardly ever what was hit; in its own sentence they are.
    if harmed.kind != "abduct" and (harmed.sentence in draft.sentences or not draft.sentences):
        _add(draft.slots["targets"], (_plain(s.quote) for s in harmed.things))
    slot = {"kill": "n_killed", "wound": "n_injured"}.get(harmed.kind)
    if slot:
        _count(draft.counted.setdefault(slot, []), harmed, reading)
    draft.sentences.add(harmed.sentence)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _add(fills: list[Any], more: Iterable[Any]) -> None:
    for fill in more:
        if not any(_same(_first(f), _first(fill)) for f in fills):
            fills.append(fill)


def _first(fill: Any) -> str:
    return str(fill if isinstance(fill, str) else fill[0])


def _same(left: str, right: str) -> bool:
    """Whether two phrases name one thing: one within the other, or of the same last word."""
    a, b = ([w for w in re.findall(r"\w+", s.lower()) if w not in _STOP] for s in (left, right))
    return bool(a and b) and (set(a) <= set(b) or set(b) <= set(a) or a[-1] == b[-1])


def _group(draft: Draft, reading: Reading) -> list[list[str]]:
    """The armed group named nearest to an act, with every name the text has for it."""

    def away(mention: PartyMention) -> int:
        number = next((s.index for s in reading.sentences if s.start <= mention.span.start < s.end), -99)
        return min((abs(number - n) for n in draft.sentences), default=99)

    named = [
        m
        for m in reading.parties
        if m.party.kind in _GROUPS
        and not m.party.umbrella
        and not m.party.id.startswith("text:")
        and away(m) <= _GROUP_NEAR
    ]
    if not named:
        return []
    chosen = min(named, key=lambda m: (away(m), m.span.start)).party
    quotes = (_plain(m.span.quote) for m in named if m.party.id == chosen.id)
    return [list(dict.fromkeys([chosen.name, *quotes]))]


def _joined(templates: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Templates of one type that no place or day tells apart are one."""
    found: list[dict[str, Any]] = []
    for template in templates:
        home = next((t for t in found if _together(t, template)), None)
        if home is None:
            found.append(template)
            continue
        for slot in SLOTS:
            _add(home[slot], template[slot])
        for slot in ("date", "n_killed", "n_injured"):
            home[slot] = home[slot] or template[slot]
        if len(template["location"] or ()) > len(home["location"] or ()):
            home["location"] = template["location"]
    return found


def _together(a: dict[str, Any], b: dict[str, Any]) -> bool:
    # The last of a location is its country, which tells no two places apart.
    finer = [set((t["location"] or ())[:-1]) for t in (a, b)]
    apart = all(finer) and not finer[0] & finer[1]
    days = a["date"] and b["date"] and a["date"] != b["date"]
    return a["type"] == b["type"] and not apart and not days
