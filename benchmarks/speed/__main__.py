"""``python -m benchmarks.speed [--texts FOLDER] [--rounds N] [--write]``: articles and words a second on one core.

Processor time is measured, not the clock on the wall, so that a busy machine changes little; everything runs in
one process. ``--write`` puts the table into ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import trucewatch.extraction
import trucewatch.marking
from benchmarks.report import put_section
from trucewatch import compile_ledger, load_kit, read_article
from trucewatch.export.reading_json import reading_json
from trucewatch.extraction import claims_in
from trucewatch.intake.files import Input, inputs_in, load
from trucewatch.marking import mark
from trucewatch.records.claim import Claim
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article
from trucewatch.store import Store

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "src" / "trucewatch" / "data" / "samples"
Read = list[tuple[Article, tuple[Claim, ...]]]


class Watch:
    """Processor seconds by step; steps within a step are counted under their own names beside it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def timed(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time added to ``step``."""

        def measured(*given: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return work(*given, **named)
            finally:
                self.spent[step] += time.process_time() - began

        return measured


def main(argv: list[str] | None = None) -> int:
    """Measure and print; with ``--write`` keep the figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description="Articles and words a second on one core.")
    parser.add_argument("--texts", type=Path, default=SAMPLES, help="folder of reports; default: the bundled samples")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="rules", help="language model of the kit")
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    options = parser.parse_args(argv)
    lines = measure(options.texts, options.rounds, options.model)
    print("\n".join(lines))
    if options.write:
        put_section(ROOT / "benchmarks" / "README.md", _section(options.texts, options.model), lines)
    return 0


def _section(folder: Path, model: str) -> str:
    name = "speed" if folder == SAMPLES else f"speed on {folder.name}"
    return name if model == "rules" else f"{name}, model {model}"


def measure(folder: Path, rounds: int, model: str) -> list[str]:
    """The table as lines of Markdown."""
    inputs = [i for i in inputs_in([str(folder)]) if isinstance(i, Input)]
    data = [(i, load(i.source)) for i in inputs]
    started = time.process_time()
    kit = load_kit(model=model)
    set_up = time.process_time() - started
    watch, inner = Watch(), Watch()
    first = _round(data, kit, Watch())
    words = sum(len(a.text.split()) for a, _ in first)
    with _inside(inner):
        for _ in range(rounds):
            found = _round(data, kit, watch)
            _after(found, watch)
    return _lines(watch, inner, len(first) * rounds, words * rounds, set_up, folder, kit.model.name)


def _round(data: list[tuple[Input, Any]], kit: Any, watch: Watch) -> Read:
    read, marked, extracted = (
        watch.timed("reading", read_article),
        watch.timed("marking", mark),
        watch.timed("extraction", claims_in),
    )
    found: Read = []
    for one, raw in data:
        article = read(raw, one.source, published=one.published)
        if not isinstance(article, Unreadable):
            found.append((article, extracted(marked(article, kit.model, kit.gazetteer, kit.tables))))
    return found


def _after(found: Read, watch: Watch) -> None:
    """What follows the claims: each article's own ledger, its JSON, and the store."""
    one = watch.timed("ledger of each", compile_ledger)
    as_json = watch.timed("JSON", lambda ledger: json.dumps(reading_json(ledger, "1")))
    for article, claims in found:
        as_json(one([article], claims))
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "speed.db") as store:
        watch.timed("store", store.add_readings)(found, revision="1", now=datetime(2026, 1, 1))


class _inside:
    """While it lasts, the functions that marking and extraction call one after another are timed too."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._kept: list[tuple[Any, str, Any]] = []

    def __enter__(self) -> None:
        for module, sign in ((trucewatch.marking, "mark_"), (trucewatch.extraction, "_claims")):
            step = module.__name__.rsplit(".", 1)[1]
            for name, work in list(vars(module).items()):
                if callable(work) and sign in name:
                    self._kept.append((module, name, work))
                    setattr(module, name, self._watch.timed(f"{step}: {name}", work))

    def __exit__(self, *trouble: object) -> None:
        for module, name, work in self._kept:
            setattr(module, name, work)


def _lines(watch: Watch, inner: Watch, articles: int, words: int, set_up: float, folder: Path, model: str) -> list[str]:
    total = sum(watch.spent.values())
    core = sum(watch.spent[s] for s in ("reading", "marking", "extraction"))
    rows = sorted(watch.spent.items(), key=lambda r: -r[1])
    parts = sorted(inner.spent.items(), key=lambda r: -r[1])
    return [
        f"{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}, {_machine()}, Python {platform.python_version()}; one process, "
        f"processor time; model {model}; {folder.name}, {words // max(1, articles)} words an article on average.",
        "",
        f"- report to claims: **{articles / core:.1f} articles/s, {words / core:,.0f} words/s a core** "
        f"({1000 * core / articles:.0f} ms an article)",
        f"- with each article's ledger, JSON and store: {articles / total:.1f} articles/s ({1000 * total / articles:.0f} ms)",
        f"- loading the kit once: {set_up:.2f} s",
        "",
        "| step | ms an article | share |",
        "|---|---|---|",
        *(f"| {step} | {1000 * spent / articles:.1f} | {spent / total:.0%} |" for step, spent in rows),
        *(f"| - {step} | {1000 * spent / articles:.1f} | {spent / total:.0%} |" for step, spent in parts),
    ]


def _commit() -> str:
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return asked.stdout.strip() or "unknown"


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    names = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    return names[0].split(":", 1)[1].strip() if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main())
