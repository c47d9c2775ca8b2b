"""Run one corpus: answer its records, have the corpora's scorer judge them, hold the figures to their floors.

    python -m benchmarks.accuracy event_types [--texts FILE.jsonl] [--out FILE.jsonl] [--errors] [--write]

``--write`` keeps the figures with date, commit and data digest under ``benchmarks/accuracy/figures``, from which
``python -m benchmarks.accuracy docs`` writes ``docs/accuracy.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from benchmarks.accuracy.corpora.task import Row, Task
from benchmarks.accuracy.floors import check_floors
from benchmarks.accuracy.page import commit
from benchmarks.accuracy.table import Figure

SHARED = Path(os.environ.get("TRUCEWATCH_SHARED", Path(__file__).resolve().parents[4] / "shared"))
KEPT = Path(__file__).resolve().parents[1] / "figures"


def run_task(task: Task, argv: Sequence[str]) -> int:
    """Answer and judge one corpus; 1 where a figure fell below its floor."""
    options = _options(task, argv)
    if not options.texts.is_file() or not options.scorer.is_file():
        print(f"not measured: no {options.texts} or no {options.scorer}")
        return 0
    if task.models and not options.model:
        print("not measured: give models that have not seen these texts (--model FOLDER=IDS.txt)")
        return 0
    gold = load(options.texts)
    began = time.perf_counter()
    found = task.answer(gold, options.model) if task.models else task.answer(gold)
    print(f"{task.name}: {len(gold)} records in {time.perf_counter() - began:.1f} s")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    if options.errors and task.errors is not None:
        task.errors(gold, found)
    figures = task.figures(getattr(scorer(options.scorer), task.judge)(gold, found))
    data = hashlib.sha256(options.texts.read_bytes()).hexdigest()[:12]
    for name, figure in figures.items():
        _show(task, name, figure)
    if options.write:
        keep(task, figures, data)
    return check_floors(task.name, data, figures)


def _options(task: Task, argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"benchmarks.accuracy {task.name}", description=task.protocol)
    parser.add_argument("--texts", type=Path, default=SHARED / "data" / "dev" / task.file)
    parser.add_argument("--out", type=Path, default=Path("out") / f"{task.name}.jsonl")
    parser.add_argument("--scorer", type=Path, default=SHARED / "bench" / "score.py")
    if task.models:
        parser.add_argument("--model", action="append", default=[], help="an exported model and the ids it answers")
    parser.add_argument("--errors", action="store_true", help="print what went wrong, record by record")
    parser.add_argument("--write", action="store_true", help="keep the figures for docs/accuracy.md")
    return parser.parse_args(list(argv))


def load(path: Path) -> list[Row]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def scorer(path: Path | None = None) -> ModuleType:
    """The corpora's scorer, loaded from its file.

    Raises:
        FileNotFoundError: there is no such file.
    """
    where = path or SHARED / "bench" / "score.py"
    spec = importlib.util.spec_from_file_location("corpus_score", where)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{where}: no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _show(task: Task, name: str, figure: Figure) -> None:
    gate, aim = task.gates.get(name), task.aims.get(name)
    met = "" if gate is None else "met" if met_gate(figure, gate) else "MISSED"
    shown = [f"gate {gate:g} {met}" if gate is not None else "", f"aim {aim:g}" if aim is not None else ""]
    print(f"{name:36} {figure.score:8.3f} (n {figure.n})  {'  '.join(s for s in shown if s)}")


def met_gate(figure: Figure, gate: float) -> bool:
    """Whether a figure reaches its gate."""
    return figure.score >= gate if figure.rises else figure.score <= gate


def keep(task: Task, figures: dict[str, Figure], data: str) -> None:
    """Keep the figures of a run beside the date, the commit and the data they were reached on."""
    KEPT.mkdir(parents=True, exist_ok=True)
    entry = {
        "date": date.today().isoformat(),
        "commit": commit(),
        "data": data,
        "figures": {name: {"score": f.score, "n": f.n} for name, f in figures.items()},
    }
    (KEPT / f"{task.name}.json").write_text(json.dumps(entry, indent=1) + "\n", "utf-8")
