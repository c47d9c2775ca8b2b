"""``python -m benchmarks.accuracy docs``: writes ``docs/accuracy.md`` from the figures kept by the corpora's runs."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.accuracy.corpora.run import KEPT
from benchmarks.accuracy.corpora.task import Task

PAGE = Path(__file__).resolve().parents[3] / "docs" / "accuracy.md"
_HEAD = """# How accurate the parts are

Written by `python -m benchmarks.accuracy docs` from the figures that the runs with `--write` kept; nothing here is typed by hand but the
causes of errors. How whole articles are read stands in [benchmarks/README.md](../benchmarks/README.md).

Each corpus is run by `python -m benchmarks.accuracy NAME`; its records are judged by the corpora's own scorer, its figures held to floors that
only rise. The corpora stay outside this project: none of their texts is in it, and nothing that ships
is fitted on one whose licence does not let it ship (the language model's data: `training/manifest.toml`).
**Every figure is of a development part that was at hand while the rules were written**: of texts nobody has seen expect less.
"""


def write(tasks: Mapping[str, Task], page: Path = PAGE, kept: Path = KEPT) -> int:
    """Write the page; a corpus without kept figures is named as not measured."""
    causes = tomllib.loads(Path(__file__).with_name("causes.toml").read_text("utf-8"))
    runs = {
        name: json.loads((kept / f"{name}.json").read_text("utf-8"))
        for name in tasks
        if (kept / f"{name}.json").is_file()
    }
    lines = [_HEAD, *_table(tasks, runs), "", *_missing(tasks, runs), *_protocols(tasks, runs), *_causes(tasks, causes)]
    page.write_text("\n".join(lines).rstrip() + "\n", "utf-8")
    print(f"{page}: {len(runs)} of {len(tasks)} corpora")
    return 0


def _table(tasks: Mapping[str, Task], runs: Mapping[str, Any]) -> Iterator[str]:
    yield "## Figures"
    yield ""
    yield "| corpus | measure | figure (n) | first gate | aim | elsewhere |"
    yield "|---|---|---|---|---|---|"
    for name, run in runs.items():
        task = tasks[name]
        for number, (measure, figure) in enumerate(run["figures"].items()):
            gate, aim = task.gates.get(measure), task.aims.get(measure)
            falls = measure in task.falling
            met = gate is not None and (figure["score"] <= gate if falls else figure["score"] >= gate)
            shown = "" if gate is None else f"{gate:g} {'met' if met else '**missed**'}"
            score = f"{figure['score']:g}" if falls else f"{figure['score']:.3f}"
            yield (
                f"| {name if not number else ''} | {measure} | {score} ({figure['n']}) | {shown} | "
                f"{'' if aim is None else f'{aim:g}'} | {task.bar if not number else ''} |"
            )


def _missing(tasks: Mapping[str, Task], runs: Mapping[str, Any]) -> Iterator[str]:
    names = [name for name in tasks if name not in runs]
    if names:
        yield f"Not measured yet: {', '.join(names)}."
        yield ""


def _protocols(tasks: Mapping[str, Task], runs: Mapping[str, Any]) -> Iterator[str]:
    yield "## Corpora, protocols, licences"
    yield ""
    for name, task in tasks.items():
        run = runs.get(name)
        when = f" Last run {run['date']}, commit {run['commit']}, data {run['data']}." if run else ""
        yield f"- **{name}** ({task.origin}). {task.protocol} Licence: {task.licence}.{when}"
    yield ""


def _causes(tasks: Mapping[str, Task], causes: Mapping[str, Any]) -> Iterator[str]:
    yield "## What goes wrong, and why"
    yield ""
    yield "Causes found by reading errors; the examples are ours, no corpus has them."
    yield ""
    for name in tasks:
        entry = causes.get(name)
        if entry is None or not entry["cause"]:
            continue
        yield f"**{name}.** {entry['seen']} Before: {entry['before']}."
        yield ""
        for row in entry["cause"]:
            yield f"- {row['cause']} “{row['example']}”"
        yield ""
