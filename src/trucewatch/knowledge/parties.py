"""Reviewed names and words of parties: states, organisations, groups, heads, titles. All from ``data/parties``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from ..records.party import Party, PartyKind
from ..records.problems import DataFileError
from .conflicts import ConflictTable, ReviewedParty, party_row
from .phrases import Index

_WORDS = {"nations.toml", "words.toml", "people.toml", "metonyms.toml", "organisation_words.toml"}
_GROUPS = {PartyKind.REBEL_GROUP, PartyKind.POLITICAL_MILITIA, PartyKind.IDENTITY_MILITIA, PartyKind.EXTERNAL_FORCES}


@dataclass(frozen=True, slots=True)
class Nation:
    """A state: ISO code, name, first adjective (its name where it has none)."""

    code: str
    name: str
    adjective: str

    @property
    def party(self) -> Party:
        """The state as an actor: "Turkey shelled", "Israeli jets"."""
        return Party(f"state:{self.code}", self.name, PartyKind.GOVERNMENT, self.code)

    def organ(self, words: str, kind: PartyKind) -> Party:
        """An organ of the state by the words for it ("army", "defence ministry")."""
        slug = words.lower().replace(" ", "-")
        return Party(f"state:{self.code}:{slug}", f"{self.adjective} {words}", kind, self.code, of=f"state:{self.code}")


@dataclass(frozen=True, slots=True)
class NationNames:
    """Indexes of what names a state: its name, its adjectives, its people, the seats of its government."""

    names: Index[Nation]
    adjectives: Index[Nation]
    people: Index[Nation]
    seats: Index[Nation]
    by_code: Mapping[str, Nation]


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Heads and modifiers of parties without a name, and the words around names."""

    heads: Index[PartyKind]
    sources: Index[PartyKind]
    modifiers: Index[str]
    members: Index[str]
    staff: Index[str]
    peoples: Index[str]
    owners: Index[PartyKind]
    acts: Index[str]
    gap: frozenset[str]
    adjectives: Index[tuple[str, PartyKind]]
    organs: Index[tuple[str, PartyKind]]
    doubt: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeadGrammar:
    """How the heads of parties behave, lower case; ``singular`` maps one of a group to the group."""

    collective: frozenset[str]
    follows: frozenset[str]
    describes: frozenset[str]
    captains: frozenset[str]
    forces: frozenset[str]
    loose: frozenset[str]
    loose_after: frozenset[str]
    backed: frozenset[str]
    unknown: frozenset[str]
    unknown_modifiers: frozenset[str]
    singular: Mapping[str, str]


@cache
def head_grammar() -> HeadGrammar:
    """The reviewed behaviour of heads."""
    data = _read("words.toml")["grammar"]
    singular = data.pop("singular")
    return HeadGrammar(**{name: frozenset(words) for name, words in data.items()}, singular=singular)


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Titles before names (by class), roles after them (``True``: of private persons), words that end a name."""

    titles: Index[str]
    roles: Index[tuple[str, bool]]
    plural: frozenset[str]
    stop: frozenset[str]
    particles: frozenset[str]
    ranks: frozenset[str]
    ends_in_capitals: frozenset[str]
    calls_name: frozenset[str]


def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files("trucewatch").joinpath("data", "parties", name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"data/parties/{name}: not valid TOML ({error}); mend the line it names") from error


@cache
def nations() -> NationNames:
    """All states by every name, adjective, people and seat.

    Raises:
        DataFileError: a row has no name.
    """
    names, adjectives, people, seats = Index[Nation](), Index[Nation](), Index[Nation](), Index[Nation]()
    by_code: dict[str, Nation] = {}
    for code, row in _read("nations.toml")["nation"].items():
        if "name" not in row:
            raise DataFileError(f"data/parties/nations.toml: {code} has no name; give one")
        adjs = row.get("adj", [])
        nation = by_code[code] = Nation(code, row["name"], adjs[0] if adjs else row["name"])
        _add(names, (row["name"], *row.get("names", ())), nation)
        _add(adjectives, adjs, nation)
        _add(people, row.get("people", [f"{a}s" for a in adjs if not a.endswith(("ese", "ish", "s", "."))]), nation)
        _add(seats, row.get("seat", ()), nation)
    return NationNames(names, adjectives, people, seats, by_code)


def _add(index: Index[Nation], phrases: Iterable[str], nation: Nation) -> None:
    for phrase in phrases:
        index.add(phrase.removeprefix("the "), nation)


@cache
def party_words() -> PartyWords:
    """The words of parties that name no organisation."""
    data = _read("words.toml")
    words = PartyWords(
        heads=_kinds(data["heads"]),
        sources=_kinds(data["sources"]),
        modifiers=_classes(data["modifiers"]),
        members=_classes({"member": data["members"]["words"]}),
        staff=_classes({"staff": data["members"]["staff"]}),
        owners=_kinds(data["owners"]),
        peoples=_classes({"people": data["peoples"]["words"]}),
        acts=_classes({"act": data["acts"]["words"]}),
        gap=frozenset(data["acts"]["gap"]),
        adjectives=Index(),
        organs=Index(),
        doubt=frozenset(data["modifiers"]["doubt"]),
    )
    for word, kind in data["acts"]["adjectives"].items():
        words.adjectives.add(word, (word, PartyKind(kind)))
    for kind, phrases in data["organs"].items():
        for phrase in phrases:
            words.organs.add(phrase, (phrase, PartyKind(kind)))
    return words


def _kinds(table: Mapping[str, list[str]]) -> Index[PartyKind]:
    index: Index[PartyKind] = Index()
    for kind, phrases in table.items():
        for phrase in dict.fromkeys(phrases):
            index.add(phrase, PartyKind(kind))
    return index


def _classes(table: Mapping[str, list[str]]) -> Index[str]:
    index: Index[str] = Index()
    for name, phrases in table.items():
        for phrase in dict.fromkeys(phrases):
            index.add(phrase, name)
    return index


@cache
def people_words() -> PeopleWords:
    """The titles and roles of persons."""
    data = _read("people.toml")
    roles: Index[tuple[str, bool]] = Index()
    for word in data["roles"]["words"]:
        roles.add(word, (word, False))
    for word in data["roles"]["private"]:
        roles.add(word, (word, True))
    grammar = {name: frozenset(words) for name, words in data["grammar"].items()}
    return PeopleWords(
        _classes(data["titles"]),
        roles,
        frozenset(data["roles"]["plural"]),
        frozenset(data["roles"]["stop"]),
        **grammar,
    )


@cache
def general_rows() -> tuple[ReviewedParty, ...]:
    """Reviewed organisations, monitors, media and armed groups that serve any war."""
    folder = files("trucewatch").joinpath("data", "parties")
    names = sorted(e.name for e in folder.iterdir() if e.name.endswith(".toml") and e.name not in _WORDS)
    return tuple(party_row(row, f"data/parties/{name}") for name in names for row in _read(name).get("party", ()))


@cache
def general_parties() -> Index[ReviewedParty]:
    """The general rows by name."""
    index: Index[ReviewedParty] = Index()
    for row in general_rows():
        _add_row(index, row)
    return index


@lru_cache(maxsize=64)
def table_parties(table: ConflictTable) -> Index[ReviewedParty]:
    """The reviewed parties of one conflict, by name."""
    index: Index[ReviewedParty] = Index()
    for row in table.parties:
        _add_row(index, row)
    return index


def _add_row(index: Index[ReviewedParty], row: ReviewedParty) -> None:
    names = dict.fromkeys(name.removeprefix("the ") for name in row.names)
    if row.kind in _GROUPS:
        # "Houthi" and "Houthis", "Contra" and "Contras" are one party.
        names.update(dict.fromkeys(f"{n}s" for n in row.names if n[-1].islower() and not n.endswith("s")))
    for name in names:
        index.add(name, row)


def as_party(row: ReviewedParty, words: str = "") -> Party:
    """The party that a reviewed row names; one that names no organisation keeps the text's own words."""
    name = words if words and row.umbrella else row.name
    return Party(row.id, name, row.kind, row.country, row.umbrella, False, row.role, row.of)


@dataclass(frozen=True, slots=True)
class MetonymWords:
    """Words around the name of a country or capital that tell a government from a place."""

    places: frozenset[str]
    verbs: frozenset[str]
    bare: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    objects: frozenset[str]
    pressure: frozenset[str]
    by_before: frozenset[str]
    with_before: frozenset[str]
    onto_before: frozenset[str]
    offices: frozenset[str]


@cache
def metonym_words() -> MetonymWords:
    """The reviewed words of metonymy, lower case."""
    return MetonymWords(**{name: frozenset(words) for name, words in _read("metonyms.toml").items()})


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """Head words of organisations' names with the kind they give, and words that make one an armed group."""

    heads: Mapping[str, PartyKind]
    armed: frozenset[str]


@cache
def organisation_words() -> OrganisationWords:
    """The reviewed words of organisations' names, lower case."""
    data = _read("organisation_words.toml")
    heads = {word: PartyKind(kind) for kind, words in data["heads"].items() for word in words}
    return OrganisationWords(heads, frozenset(data["armed"]))


@cache
def first_words() -> frozenset[str]:
    """Folded words with which a party's words can begin, apart from names with a capital."""
    words, names, people = party_words(), nations(), people_words()
    indexes: tuple[Iterable[str], ...] = (
        general_parties(), names.names, names.adjectives, names.people, names.seats, words.heads, words.sources,
        words.modifiers, words.adjectives, words.owners, words.organs, words.peoples, people.titles, people.roles,
    )  # fmt: skip
    return frozenset(key for index in indexes for key in index)
