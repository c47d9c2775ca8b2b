"""Read a folder of articles, or the bundled samples; write predictions, score them, hold them to their floors.

    python -m benchmarks.accuracy articles --texts FOLDER --out PRED
    python -m benchmarks.accuracy samples
    python -m benchmarks.accuracy written     (our own articles in the manner of wires and statements)
    python -m benchmarks.accuracy CORPUS      (attribution, event_types ...: see ``corpora.run``)
    python -m benchmarks.accuracy docs        (docs/accuracy.md from the figures kept)

Scores come from the articles' own scorer (``--scorer``, a file with ``evaluate`` and ``show``). Without it,
or where no golds stand beside the texts, only predictions are written. A whole run reads every text twice, with
the conflict tables and without any, and prints one table; ``--mended``, ``--docs`` and ``--conflict`` give quick
looks that touch no floor.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.accuracy.corpora import docs
from benchmarks.accuracy.corpora.registry import TASKS
from benchmarks.accuracy.corpora.run import run_task
from benchmarks.accuracy.floors import check_floors
from benchmarks.accuracy.page import README, section
from benchmarks.accuracy.read import NO_TABLES, read_all
from benchmarks.accuracy.samples import gold_history, golds_for
from benchmarks.accuracy.table import figures
from benchmarks.accuracy.texts import Text, digest, load_texts
from benchmarks.report import put_section

_SHARED = Path(os.environ.get("TRUCEWATCH_SHARED", Path(__file__).resolve().parents[3] / "shared"))
_SAMPLES = Path(__file__).resolve().parents[2] / "src" / "trucewatch" / "data" / "samples"
_WRITTEN = Path(__file__).resolve().parents[1] / "written"
Halves = dict[str, set[str]]


def main(argv: list[str] | None = None) -> int:
    """Run one benchmark; the exit code is 1 where a score fell below its floor."""
    given = sys.argv[1:] if argv is None else argv
    if given and given[0] == "docs":
        return docs.write(TASKS)
    if given and given[0] in TASKS:
        return run_task(TASKS[given[0]], given[1:])
    options = _options(given)
    texts = load_texts(options.texts)
    if options.mended or options.docs:
        texts = [t for t in texts if t.mended]
    if options.task == "samples":
        print(gold_history(options.texts))
    scorer = _scorer(options.scorer)
    if scorer is None or not any(options.texts.glob("*.gold.json")):
        _read(texts, options.out, tuple(options.conflict) if options.conflict else None)
        print("not scored: no scorer, or no golds beside the texts")
        return 0
    quick = bool(options.mended or options.docs or options.conflict)
    return _look(options, texts, scorer) if quick else _measure(options, texts, scorer)


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("task", choices=["articles", "samples", "written"])
    parser.add_argument("--texts", type=Path, help="folder of texts with an index.csv")
    parser.add_argument("--out", type=Path, help="folder for predictions")
    parser.add_argument("--scorer", type=Path, default=_SHARED / "bench" / "score_articles.py")
    parser.add_argument("--conflict", action="append", help="only these conflict tables; `none` for no table")
    parser.add_argument("--mended", action="store_true", help="only the half that rules are mended against")
    parser.add_argument("--per-doc", action="store_true", help="scores by article (of the mended half only)")
    parser.add_argument("--docs", help="only these ids of the mended half, with commas")
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    parser.add_argument("--set", help="name under which floors are kept (the task's, unless given)")
    options = parser.parse_args(argv)
    folders = {"samples": _SAMPLES, "written": _WRITTEN, "articles": _SHARED / "data" / "dev" / "articles"}
    options.texts = options.texts or folders[options.task]
    options.out = options.out or Path("out") / f"predictions-{options.task}"
    options.set = options.set or options.task
    return options


def _read(texts: list[Text], out: Path, conflicts: tuple[str, ...] | None) -> dict[str, str]:
    began = time.perf_counter()
    read = read_all(texts, out, conflicts)
    spent = time.perf_counter() - began
    print(f"{len(texts)} texts in {spent:.1f} s, {len(texts) - len(read)} unreadable; predictions in {out}")
    return read


def _scorer(path: Path) -> ModuleType | None:
    spec = importlib.util.spec_from_file_location("score_articles", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _evaluate(scorer: ModuleType, texts: Path, out: Path, ids: set[str], cross: Any = None) -> Any:
    return scorer.evaluate(str(texts), lambda i: scorer.find_pred(str(out), i), ids, cross)


def _look(options: argparse.Namespace, texts: list[Text], scorer: ModuleType) -> int:
    """A quick look: the scorer's own print-out, of the mended half or of chosen texts of it."""
    read = _read(texts, options.out, tuple(options.conflict) if options.conflict else None)
    golds = golds_for(options.texts, texts, read, options.out / "golds")
    for name, ids in _halves(texts).items():
        if options.docs:
            ids = ids & set(options.docs.split(","))
        if ids:
            print(f"\n== {options.set}, {name}: {len(ids)} texts")
            scorer.show(_evaluate(scorer, golds, options.out, ids), options.per_doc and name == "mended")
    return 0


def _halves(texts: list[Text]) -> Halves:
    mended = {t.id for t in texts if t.mended}
    return {"mended": mended, "untouched": {t.id for t in texts} - mended}


def _measure(options: argparse.Namespace, texts: list[Text], scorer: ModuleType) -> int:
    """Every text twice, one table, floors held and raised."""
    without = options.out / "no-tables"
    golds = golds_for(options.texts, texts, _read(texts, options.out, None), options.out / "golds")
    _read(texts, without, NO_TABLES)
    halves = _halves(texts) | {"all": {t.id for t in texts}}
    found, bare = (
        {name: _evaluate(scorer, golds, out, ids, _cross(scorer, out, name)) for name, ids in halves.items()}
        for out in (options.out, without)
    )
    print(f"\n{options.set}: " + ", ".join(f"{name} {len(ids)} texts" for name, ids in halves.items()))
    if options.write:
        put_section(README, options.set, section(len(texts), digest(texts), figures(found), figures(bare)))
    return check_floors(options.set, digest(texts), figures(found), figures(bare))


def _cross(scorer: ModuleType, out: Path, half: str) -> Any:
    """Records joined across texts, for the whole set only: a pair may lie in both halves."""
    return scorer.load(str(out / "_crossdoc.pred.json")) if half == "all" else None


if __name__ == "__main__":
    sys.exit(main())
