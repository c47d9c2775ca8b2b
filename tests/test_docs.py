"""The documents keep up with the tree: paths exist, every command is described, examples of rows can be read."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest
import typer.main

from trucewatch.cli.main import app
from trucewatch.knowledge.conflicts import load_conflicts, party_row
from trucewatch.records.place import Level

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "trucewatch"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
STEPS = ("extraction", "reconciliation", "monitoring")


def rows() -> list[list[str]]:
    lines = (ROOT / "docs" / "subjects.md").read_text().splitlines()
    return [[c.strip() for c in line.strip("|").split("|")] for line in lines if line.startswith("| ")][1:]


@pytest.mark.parametrize("row", rows(), ids=lambda r: r[0])
def test_every_station_of_a_subject_is_in_the_tree(row: list[str]) -> None:
    for path in re.findall(r"`([^`]+)`", " ".join(row)):
        # Words may be one file or have outgrown it.
        assert (SOURCE / path).exists() or (SOURCE / f"{path}.toml").exists(), path


@pytest.mark.parametrize("row", rows(), ids=lambda r: r[0])
def test_no_station_of_a_subject_is_left_out(row: list[str]) -> None:
    there = {f"{step}/{p.name}" for step in STEPS for p in (SOURCE / step).iterdir() if p.stem == row[0]}
    assert there <= set(re.findall(r"`([^`]+)`", " ".join(row)))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_every_command_is_in_the_readme() -> None:
    group = typer.main.get_command(app)
    text = (
        (ROOT / "README.md").read_text() + (ROOT / "docs" / "json.md").read_text() + (ROOT / "CHANGELOG.md").read_text()
    )
    for name in group.commands:  # type: ignore[attr-defined]
        assert f"`{name}" in text or f"trucewatch {name}" in text, name


def test_the_rows_shown_for_a_new_conflict_can_be_read() -> None:
    blocks = re.findall(r"((?:^    .*\n)+)", (ROOT / "docs" / "how-to-add-a-conflict.md").read_text(), re.M)
    parties, places = (tomllib.loads(re.sub(r"^    ", "", b, flags=re.M)) for b in blocks[:2])
    assert [party_row(row, "example").id for row in parties["party"]] == [
        "ruritania:army", "ruritania:rlf", "ruritania:speaker",
    ]  # fmt: skip
    assert [Level(row["level"]) for row in places["place"]] == [Level.NEIGHBOURHOOD]
    # Whoever follows the page must not meet a party of a real war under the same id.
    assert not {row["id"] for row in parties["party"]} & {p.id for table in load_conflicts() for p in table.parties}


def test_every_function_of_the_tour_is_where_it_says() -> None:
    named = re.findall(r"`([\w/]+\.py):(\w+)`", (ROOT / "docs" / "tour.md").read_text())
    assert len(named) > 25
    for path, function in named:
        module = importlib.import_module(
            "trucewatch." + path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        )
        assert hasattr(module, function), (path, function)
