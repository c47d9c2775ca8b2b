"""A truce limited to a class of target: whether what was hit belongs to it, by reviewed classes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..records.ledger import Answer, Incident, Truce
from ..records.problems import DataFileError

_FILE = "data/monitoring/limits.toml"


@dataclass(frozen=True, slots=True)
class _Class:
    name: str
    limit: re.Pattern[str]
    things: re.Pattern[str]


@cache
def _classes() -> tuple[_Class, ...]:
    rows = tomllib.loads(files("trucewatch").joinpath(_FILE).read_text("utf-8"))["class"]
    try:
        return tuple(
            _Class(r["name"], *(re.compile(rf"\b{r[key]}\b", re.IGNORECASE) for key in ("limit", "things")))
            for r in rows
        )
    except (KeyError, re.error) as error:
        raise DataFileError(f"{_FILE}: {error}; mend the row it names") from error


def prohibited(incident: Incident, truce: Truce) -> tuple[Answer, str]:
    """Whether the truce forbids the act: any armed act, unless the truce is limited to a class of target.

    Raises:
        DataFileError: the reviewed classes cannot be read.
    """
    lead = incident.lead
    if not truce.limited_to:
        return Answer.YES, f"{lead.sub_event.lower() or lead.event.value.lower()} is an armed act"
    limits = ", ".join(item.value for item in truce.limited_to)
    words = next((c.target_words.value for c in incident.claims if c.target_words), None)
    if words is None:
        return Answer.UNKNOWN, f"the truce covers only {limits}; what was hit is not stated"
    covered = [c for c in _classes() if c.limit.search(limits)]
    if any(c.things.search(words) for c in covered):
        return Answer.YES, f"{words} is what the truce covers ({limits})"
    if covered and any(c.things.search(words) for c in _classes()):
        return Answer.NO, f"the truce covers only {limits}; {words} is none of these"
    return Answer.UNKNOWN, f"the truce covers only {limits}; the report does not say whether {words} is such"
