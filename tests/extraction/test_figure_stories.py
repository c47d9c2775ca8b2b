"""Tolls, control, talks and population as our own stories tell them (``stories/*.toml``).

Stories marked ``untouched`` were written after the rules, and no rule was mended against them;
those that fail say so in ``fails`` and stay as they are.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from trucewatch.extraction.control import control_claims
from trucewatch.extraction.population import population_claims
from trucewatch.extraction.talks import talk_claims
from trucewatch.extraction.tolls import toll_claims
from trucewatch.knowledge.conflicts import load_conflicts
from trucewatch.knowledge.gazetteer import EmbeddedGazetteer
from trucewatch.marking import mark
from trucewatch.marking.language import RulesModel
from trucewatch.reading import read_article
from trucewatch.records.claim import ControlClaim, PopulationClaim, TalkClaim, TollClaim
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Reading

_FOLDER = Path(__file__).parent / "stories"
_GAZETTEER = EmbeddedGazetteer()
# What makes every story one of a war, where its own words are few.
_WAR = "\n\nArtillery and mortars were heard along the front as militias and rebels fought on."


def _stories(subject: str) -> list[Any]:
    rows = tomllib.loads((_FOLDER / f"{subject}.toml").read_text("utf-8"))["story"]
    return [
        pytest.param(row, id=row["why"], marks=[pytest.mark.xfail(reason=row["fails"], strict=True)])
        if "fails" in row
        else pytest.param(row, id=row["why"])
        for row in rows
    ]


def _read(story: dict[str, Any]) -> Reading:
    article = read_article((story["text"] + _WAR).encode(), "story.txt", published=story["published"])
    assert not isinstance(article, Unreadable)
    return mark(article, RulesModel(), _GAZETTEER, load_conflicts())


def _fits(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(_agrees(found.get(key), value) for key, value in wanted.items())


def _agrees(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return all(any(w.lower() in f.lower() for f in found) for w in wanted)
    if isinstance(found, list):
        return any(wanted.lower() in f.lower() for f in found)
    if isinstance(wanted, str):
        return found is not None and wanted.lower() in found.lower()
    return bool(found == wanted)


def _check(found: list[dict[str, Any]], story: dict[str, Any]) -> None:
    """Every expected claim is found, each once, and nothing else."""
    left = list(found)
    for wanted in story.get("expected", []):
        hit = next((f for f in left if _fits(f, wanted)), None)
        assert hit is not None, f"no claim fits {wanted} among {found}"
        left.remove(hit)
    assert not left, f"more than expected: {left}"


def _name(value: Any) -> str | None:
    """The name with the words it was read from: a reviewed name may differ from the story's."""
    return f"{value.value.name} [{value.evidence[0].quote}]" if value else None


def _control(claim: ControlClaim) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "place": _name(claim.place),
        "holder": _name(claim.holder),
        "from": _name(claim.taken_from),
        "speaker": _name(claim.said.speaker),
        "stance": claim.said.stance.value,
    }


def _talk(claim: TalkClaim) -> dict[str, Any]:
    start = claim.when.value.start if claim.when else None
    return {
        "who": [_name(p) for p in claim.participants],
        "mediator": [_name(p) for p in claim.mediators],
        "place": _name(claim.place),
        "status": claim.status.value,
        "day": start.date().isoformat() if start else None,
    }


def _toll(claim: TollClaim) -> dict[str, Any]:
    count, period = claim.harm.count.value, claim.period.value if claim.period else None
    return {
        "verb": claim.harm.verb,
        "low": count.low,
        "high": count.high,
        "who": claim.harm.who.value if claim.harm.who else None,
        "part_of": claim.harm.part_of,
        "place": _name(claim.place),
        "by": [_name(p) for p in claim.by],
        "speaker": _name(claim.said.speaker),
        "start": period.start.date().isoformat() if period and period.start else None,
    }


def _population(claim: PopulationClaim) -> dict[str, Any]:
    count = claim.count.value
    return {"kind": claim.kind, "low": count.low, "high": count.high, "place": _name(claim.place)}


@pytest.mark.parametrize("story", _stories("control"))
def test_control(story: dict[str, Any]) -> None:
    _check([_control(c) for c in control_claims(_read(story))], story)


@pytest.mark.parametrize("story", _stories("talks"))
def test_talks(story: dict[str, Any]) -> None:
    _check([_talk(c) for c in talk_claims(_read(story))], story)


@pytest.mark.parametrize("story", _stories("tolls"))
def test_tolls(story: dict[str, Any]) -> None:
    _check([_toll(c) for c in toll_claims(_read(story))], story)


@pytest.mark.parametrize("story", _stories("population"))
def test_population(story: dict[str, Any]) -> None:
    _check([_population(c) for c in population_claims(_read(story))], story)
