"""Codebook profiles: which figure a codebook writes for the words of a count, chosen by name, each with version and source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.count import Count
from ..records.problems import DataFileError

_BOUNDS = ("stated", "number")


@dataclass(frozen=True, slots=True)
class CountProfile:
    """How one codebook turns words into figures.

    ``bounds`` says whether "more than 50" is 51 (*stated*) or 50 (*number*). ``plural`` is an unknown plural ("several"),
    ``plural_intense`` that of an intense war (None: the same). Words in ``unverified`` are coded, but the codebook is not known to
    give their figure.
    """

    name: str
    version: int
    source: str
    bounds: str
    plural: int
    plural_intense: int | None
    words: dict[str, int]
    unverified: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coded:
    """A count as a codebook writes it: ``low``, ``best`` and ``high`` (None: the words bound nothing there).

    ``profile`` is name and version; ``verified`` is false where the codebook is not known to give this figure.
    """

    low: int | None
    best: int | None
    high: int | None
    profile: str
    verified: bool


def profile_names() -> tuple[str, ...]:
    """Names of the profiles there are."""
    folder = files("trucewatch").joinpath("data", "coding", "counts")
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def count_profile(name: str) -> CountProfile:
    """The profile of that name.

    Raises:
        DataFileError: there is no such profile, or its file is wrong.
    """
    if name not in profile_names():
        raise DataFileError(f"no count profile {name!r}; there are: {', '.join(profile_names())}")
    path = files("trucewatch").joinpath("data", "coding", "counts", f"{name}.toml")
    data = tomllib.loads(path.read_text("utf-8"))
    if data.get("bounds") not in _BOUNDS:
        raise DataFileError(f"coding/counts/{name}.toml: bounds must be one of {', '.join(_BOUNDS)}")
    return CountProfile(
        data["name"],
        data["version"],
        data["source"],
        data["bounds"],
        data["plural"],
        data.get("plural_intense"),
        data["words"],
        frozenset(data.get("unverified", ())),
    )


def coded(count: Count, profile: CountProfile, *, intense: bool = False) -> Coded:
    """A count by a profile. What the words do not bound stays None: "up to 40" has no best figure."""
    said = f"{profile.name} {profile.version}"
    word = _vague_word(count)
    if word is None:
        low = _stated(count, profile)
        best = low if low is not None else None
        high = count.high if count.high is not None else low
        return Coded(low, best, high, said, True)
    plural = profile.plural_intense if intense and profile.plural_intense is not None else profile.plural
    figure = profile.words.get(word, plural)
    return Coded(figure, figure, figure, said, word not in profile.unverified)


def _stated(count: Count, profile: CountProfile) -> int | None:
    """The lower bound, or the number that "more than" stands before where the profile takes that."""
    if count.low is None or profile.bounds == "stated" or count.high is not None:
        return count.low
    return count.low - 1 if _exceeds(count) else count.low


def _exceeds(count: Count) -> bool:
    words = f" {count.wording.lower()} "
    return any(f" {w} " in words for w in ("more than", "over", "above", "in excess of", "exceeding", "greater than"))


def _vague_word(count: Count) -> str | None:
    """The vague word a count was told in, longest first; None for a count told by a number."""
    if count.high is not None or any(c.isdigit() for c in count.wording) or _exceeds(count):
        return None
    words = " ".join(count.wording.lower().split())
    known = {w for name in profile_names() for w in count_profile(name).words}
    hits = [w for w in known if words == w or words.endswith(f" {w}") or words.startswith(f"{w} ")]
    if hits:
        return max(hits, key=len)
    return words if count.low is not None and count.low <= 2 else None
