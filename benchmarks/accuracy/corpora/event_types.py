"""CASE-2021, task 2: the ACLED sub-event type of a snippet, disasters, diplomacy, crime and claims of responsibility among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.accuracy.corpora.task import Row, Task
from benchmarks.accuracy.table import Figure
from trucewatch.extraction.coding import type_of_report
from trucewatch.kits import Kit, load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.problems import Unreadable

# Our names of sub-events, which are ACLED's where ACLED has one, in the corpus's own letters.
LABELS = {
    "Air/drone strike": "AIR_STRIKE",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Suicide bomb": "SUIC_BOMB",
    "Grenade": "GRENADE",
    "Chemical weapon": "CHEM_WEAP",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Armed clash": "ARMED_CLASH",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Attack": "ATTACK",
    "Sexual violence": "SEX_VIOL",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Other": "OTHER",
    "Diplomatic act": "DIPLO",
    "Claim of responsibility": "ATTRIB",
    "Natural disaster": "NATURAL_DISASTER",
    "Man-made disaster": "MAN_MADE_DISASTER",
    "Organised crime": "ORG_CRIME",
}


def answer(gold: Sequence[Row]) -> list[Row]:
    """The type of each snippet."""
    kit = load_kit()
    return [{"id": row["id"], "type": LABELS.get(_coded(row["text"], kit) or "")} for row in gold]


def _coded(text: str, kit: Kit) -> str | None:
    found = read_report(text.encode(), "snippet", kit)
    if isinstance(found, Unreadable):
        return None
    coded = type_of_report(found[1])
    return coded.sub_event if coded else None


def figures(result: Any) -> dict[str, Figure]:
    """Accuracy, macro and weighted F1."""
    n = int(result["n"])
    return {
        "accuracy": Figure(result["accuracy"], n),
        "macro F1": Figure(result["macro_f1"], len(result["by_type"])),
        "weighted F1": Figure(result["weighted_f1"], n),
    }


def errors(gold: Sequence[Row], found: Sequence[Row]) -> None:
    """Each snippet coded wrong."""
    for row, own in zip(gold, found, strict=True):
        if row["type"] != own["type"]:
            print(f"{row['type']} as {own['type']}: {row['text'][:300]}")


TASK = Task(
    name="event_types",
    file="event_types.jsonl",
    judge="event_types",
    origin="CASE-2021 task 2 (snippets with ACLED types)",
    licence="none stated; nothing of it ships",
    protocol="One label a snippet of 30; no answer counts as wrong; macro F1 over the labels of the gold.",
    answer=answer,
    figures=figures,
    gates={"accuracy": 0.65, "macro F1": 0.55},
    aims={"accuracy": 0.86, "macro F1": 0.80},
    bar="about .83 weighted F1 (shared task)",
    errors=errors,
)
