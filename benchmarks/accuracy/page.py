"""The figures of a run as a section of ``benchmarks/README.md``: both halves side by side, with the gates they are held to."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from benchmarks.accuracy.table import Figure

README = Path(__file__).resolve().parents[1] / "README.md"
# First gates of the reading, for the half that no rule was mended against.
GATES = {
    "truces F1": 0.75,
    "incidents F1": 0.55,
    "incidents_no_place F1": 0.70,
    "tolls F1": 0.60,
    "talks F1": 0.55,
    "control F1": 0.55,
    "truces, parties right": 0.75,
    "truces, status right": 0.75,
    "incidents, actor right": 0.70,
    "incidents, target right": 0.70,
    "incidents, killed right": 0.70,
    "incidents, injured right": 0.70,
    "incidents, attribution right": 0.70,
    "incidents, status right": 0.85,
    "incidents, nothing invented": 0.92,
}


def commit() -> str:
    """The short hash of the checkout's head; "unknown" outside a repository."""
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"


def section(texts: int, data: str, found: Mapping[str, Figure], bare: Mapping[str, Figure]) -> list[str]:
    """Lines of the section: date, commit, data, and a table of the halves (without conflict tables in brackets)."""
    return [
        f"{date.today()}, commit {commit()}, {texts} texts, data {data}; n is the number of records or values behind a figure;",
        "in brackets the figure without conflict tables, where it differs. Gates are those of the untouched half.",
        "",
        "| measure | mended (n) | untouched (n) | all (n) | first gate |",
        "|---|---|---|---|---|",
        *_rows(found, bare),
    ]


def _rows(found: Mapping[str, Figure], bare: Mapping[str, Figure]) -> Iterator[str]:
    names = dict.fromkeys(name.split(": ", 1)[1] for name in found)
    for name in names:
        cells = [
            _cell(found.get(f"{half}: {name}"), bare.get(f"{half}: {name}")) for half in ("mended", "untouched", "all")
        ]
        gate = GATES.get(name)
        yield f"| {name.replace('_', ' ')} | {' | '.join(cells)} | {f'{gate:.2f}' if gate else ''} |"


def _cell(figure: Figure | None, bare: Figure | None) -> str:
    if figure is None:
        return "–"
    shown = f"{figure.score:.2f}" if figure.rises else f"{figure.score:g}"
    other = f" [{bare.score:.2f}]" if bare and figure.rises and abs(bare.score - figure.score) >= 0.005 else ""
    return f"{shown}{other} ({figure.n})"
