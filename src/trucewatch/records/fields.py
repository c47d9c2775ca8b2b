"""Values of a claim by the path of their field: looked up, replaced, and of which type they are.

A path is a field name, or names joined by dots: ``place``, ``said.stance``, ``harm.count``. Among ``harms`` the verb
says which: ``harms.killed.count``, and a second one of that verb ``harms.killed.2.count``.
"""

from __future__ import annotations

import json
import types
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from .claim import Claim, Harm
from .codec import CodecError, from_json, to_json
from .count import Count
from .party import Party
from .place import Place
from .text import Cited, Evidence
from .when import When

C = TypeVar("C", bound=Claim)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Fields of plain words that know only these. Those of ``event`` and ``sub_event`` are ACLED's, in the reviewed data.
VOCABULARY: dict[tuple[str, str], frozenset[str]] = {
    ("TruceClaim", "instrument"): _words(
        "cessation_of_hostilities ceasefire truce regime_of_calm humanitarian_pause local_reconciliation "
        "de_escalation_zone window_of_silence armistice"
    ),
    ("TruceClaim", "scope"): _words("nationwide partial local"),
    ("ControlClaim", "kind"): _words("control entered contested besieged supply_cut no_change aspiration"),
    ("TalkClaim", "status"): _words("planned under_way held suspended walked_out agreed rejected"),
    ("PositionClaim", "stance"): _words("calls_for demands refuses hopes accuses welcomes condemns threatens offers"),
    ("RelationClaim", "relation"): _words("ally_of backs member_of opposes organ_of party_to excluded_from"),
    ("PopulationClaim", "kind"): _words("resident remaining displaced pre_war"),
}
VERBS = _words("killed injured missing captured abducted displaced killed_or_injured")
_FIXED = frozenset({"id", "article", "words", "responses", "chain"})


class FieldError(ValueError):
    """A path that leads to no value of a record, or a value that does not fit it; the message says what would."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a path leads to: the type of its value (of each one where there are ``many``), and whether none may stand."""

    type: Any
    optional: bool
    many: bool
    cited: bool


def paths_of(kind: type) -> tuple[str, ...]:
    """The paths of a kind of claim, those of harms under the verb ``VERB``."""
    return tuple(_paths(kind, ""))


def _paths(kind: type, before: str) -> list[str]:
    found: list[str] = []
    for name, hint in _hints(kind).items():
        if name in _FIXED or (kind is Harm and name == "said"):
            continue
        slot = _slot(hint)
        if slot.type is Harm:
            found += _paths(Harm, f"{before}{name}.VERB." if slot.many else f"{before}{name}.")
        elif not slot.cited and name == "said":
            found += [f"{before}said.speaker", f"{before}said.stance"]
        else:
            found.append(f"{before}{name}")
    return found


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


def slot_at(kind: type, path: str) -> Slot:
    """The type of the value at a path.

    Raises:
        FieldError: there is no such path; the message names those there are.
    """
    here, slot, parts = kind, None, _parts(path)
    while parts:
        name = parts.pop(0)
        if not is_dataclass(here) or name in _FIXED or name not in _hints(here) or (slot and slot.cited):
            raise _nowhere(kind, path)
        slot = _slot(_hints(here)[name])
        here = slot.type
        if here is Harm and slot.many:
            if not parts:
                raise _nowhere(kind, path)
            parts = _within_harm(parts)[1]
            if parts == ["count"]:
                return Slot(Count, True, False, True)
    if slot is None or (is_dataclass(here) and not slot.cited):
        raise _nowhere(kind, path)
    return slot


def _nowhere(kind: type, path: str) -> FieldError:
    return FieldError(f"{path!r} is no field of it; there are: {', '.join(paths_of(kind))}")


def allowed_at(kind: type, path: str) -> frozenset[str]:
    """The only words that a field of plain words may hold; empty where it may hold any."""
    return VERBS if path.endswith(".verb") else VOCABULARY.get((kind.__name__, path), frozenset())


def full_path(kind: type, short: str) -> str:
    """A path from what people call a value: ``where``, ``killed``, ``speaker``; anything else is a path already."""
    words = short.strip().replace(" ", "_")
    there = paths_of(kind)
    harms = any(p.startswith("harms.") for p in there)
    verb, _, rest = words.partition(".")
    if verb in VERBS:
        return f"harms.{words}" + ("" if rest and not rest.isdigit() else ".count") if harms else "harm.count"
    if words in there:
        return words
    called = {
        "where": ("place", "area"), "when": ("start", "period", "as_of"), "who": ("actor", "holder"),
        "by": ("actor", "declared_by"), "figure": ("harm.count", "count"), "count": ("harm.count", "count"),
        "speaker": ("said.speaker",), "stance": ("said.stance",), "type": ("sub_event", "instrument"),
        "length": ("duration",),
    }  # fmt: skip
    return next((path for path in called.get(words, ()) if path in there), words)


def same_value(left: Any, right: Any) -> bool:
    """Whether two values say the same, whatever their wording: bounds of counts and times, names of places and parties."""
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(same_value(a, b) for a, b in zip(left, right, strict=True))
    if type(left) is not type(right):
        return False
    if isinstance(left, Count):
        return (left.low, left.high) == (right.low, right.high)
    if isinstance(left, When):
        return (left.start, left.end) == (right.start, right.end)
    if isinstance(left, (Place, Party)):
        return str(left.name).casefold() == str(right.name).casefold()
    return bool(left == right)


def _parts(path: str) -> list[str]:
    return [p for p in path.split(".") if p]


def _slot(hint: Any) -> Slot:
    """Unwraps ``X | None``, ``tuple[X, ...]`` and ``Cited[X]``."""
    hint, optional = _bare(hint)
    many = get_origin(hint) is tuple and get_args(hint)[-1] is Ellipsis
    if many:
        hint = get_args(hint)[0]
    cited = get_origin(hint) is Cited
    if cited:
        hint, empty = _bare(get_args(hint)[0])
        optional = optional or empty
    return Slot(hint, optional or many, many, cited)


def _bare(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [a for a in get_args(hint) if a is not type(None)]
        return (rest[0] if len(rest) == 1 else hint), len(rest) < len(get_args(hint))
    return hint, False


def value_at(claim: Claim, path: str) -> Any:
    """The plain value at a path: None where the claim has none, a tuple where there may be several."""
    here: Any = claim
    parts = _parts(path)
    while parts and here is not None:
        if isinstance(here, tuple):
            number, parts = _place(here, parts)
            here = here[number] if number is not None else None
        else:
            here = getattr(here, parts.pop(0))
            here = here.value if isinstance(here, Cited) else here
    if isinstance(here, tuple):
        return tuple(v.value if isinstance(v, Cited) else v for v in here)
    return here


def _within_harm(parts: Sequence[str]) -> tuple[int, list[str]]:
    """Which harm of its verb is meant, from 1, and the rest of the path: its count where nothing else is named."""
    rest = list(parts[1:])
    nth = int(rest.pop(0)) if rest and rest[0].isdigit() else 1
    return nth, rest or ["count"]


def _place(harms: Sequence[Harm], parts: Sequence[str]) -> tuple[int | None, list[str]]:
    """Where among several harms the one meant stands, and the rest of the path."""
    nth, rest = _within_harm(parts)
    places = [n for n, harm in enumerate(harms) if harm.verb == parts[0]]
    return (places[nth - 1] if 0 < nth <= len(places) else None), rest


def as_text(value: Any) -> str:
    """A plain value as canonical JSON, for judgements and for comparing what was seen with what is."""
    return json.dumps(to_json(value), ensure_ascii=False, sort_keys=True)


def from_text(slot: Slot, text: str) -> Any:
    """The plain value that ``as_text`` wrote.

    Raises:
        FieldError: it does not fit the field.
    """
    of: Any = slot.type
    kind: Any = tuple[of, ...] if slot.many else (of | None if slot.optional else of)
    try:
        return from_json(kind, json.loads(text))
    except (CodecError, ValueError) as error:
        raise FieldError(f"the value does not fit: {error}") from error


def with_value(claim: C, path: str, value: Any, evidence: tuple[Evidence, ...], derivation: str = "") -> C:
    """A claim with another value at a path; of several values those that stood there before keep their words.

    Raises:
        FieldError: the path leads nowhere in this claim.
    """
    slot_at(type(claim), path)
    return cast(C, _set(claim, _parts(path), value, evidence, derivation))


def _set(here: Any, parts: list[str], value: Any, evidence: tuple[Evidence, ...], why: str) -> Any:
    name, rest = parts[0], parts[1:]
    if here is None:
        raise FieldError(f"nothing is said there to correct the {name} of")
    old = getattr(here, name)
    slot = _slot(_hints(cast(Any, type(here)))[name])
    if slot.type is Harm and slot.many:
        return replace(here, **{name: _set_harm(old, rest, value, evidence, why)})
    if rest:
        return replace(here, **{name: _set(old, rest, value, evidence, why)})
    if not slot.cited:
        return replace(here, **{name: value})
    if slot.many:
        known = {as_text(c.value): c for c in old}
        return replace(here, **{name: tuple(known.get(as_text(v)) or Cited(v, evidence, why) for v in value)})
    if value is None:
        return replace(here, **{name: None})
    return replace(here, **{name: Cited(value, evidence, why)})


def _set_harm(
    harms: tuple[Harm, ...], parts: list[str], value: Any, evidence: tuple[Evidence, ...], why: str
) -> tuple[Harm, ...]:
    number, rest = _place(harms, parts)
    if number is None:
        if rest != ["count"]:
            raise FieldError(f"no figure of {parts[0]} is given; correct its count first")
        return (*harms, Harm(parts[0], Cited(value, evidence, why))) if value is not None else harms
    if rest == ["count"] and value is None:
        return harms[:number] + harms[number + 1 :]
    return (*harms[:number], _set(harms[number], rest, value, evidence, why), *harms[number + 1 :])


def values_told(claims: Sequence[Claim]) -> dict[str, list[tuple[Any, Claim]]]:
    """Every value that claims give, by path, each with its claim; what a claim does not say is left out."""
    found: dict[str, list[tuple[Any, Claim]]] = {}
    for claim in claims:
        for path in _own_paths(claim):
            value = value_at(claim, path)
            if value not in (None, (), False):
                found.setdefault(path, []).append((value, claim))
    return found


def _own_paths(claim: Claim) -> list[str]:
    """The paths of a claim with the verbs of its own figures."""
    seen: dict[str, int] = {}
    for harm in getattr(claim, "harms", ()):
        seen[harm.verb] = seen.get(harm.verb, 0) + 1
    named = [f"{verb}.{n}" if n > 1 else verb for verb, times in seen.items() for n in range(1, times + 1)]
    found: list[str] = []
    for path in paths_of(type(claim)):
        found += [path.replace("VERB", one) for one in named] if "VERB" in path else [path]
    return [p for p in found if not p.endswith(".verb")]


def cited_at(claim: Claim, path: str) -> tuple[Cited[Any], ...]:
    """The value or values at a path with their evidence; none where the field has no words of its own."""
    here: Any = claim
    parts = _parts(path)
    while parts and here is not None:
        if isinstance(here, tuple):
            number, parts = _place(here, parts)
            here = here[number] if number is not None else None
        else:
            here = getattr(here, parts.pop(0))
    found = here if isinstance(here, tuple) else (here,)
    return tuple(c for c in found if isinstance(c, Cited))
