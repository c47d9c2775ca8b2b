"""``python -m benchmarks.accuracy articles --texts FOLDER --out PRED``: read a folder, write predictions, score them.

Scores come from the articles' own scorer (``--scorer``, a file with ``evaluate`` and ``show``). Without it,
or where no golds stand beside the texts, only predictions are written.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.accuracy.floors import check_floors
from benchmarks.accuracy.read import predict
from benchmarks.accuracy.texts import Text, digest, load_texts

_SHARED = Path(os.environ.get("TRUCEWATCH_SHARED", Path(__file__).resolve().parents[3] / "shared"))


def main(argv: list[str] | None = None) -> int:
    """Run one benchmark; the exit code is 1 where a score fell below its floor."""
    options = _options(argv)
    texts = [t for t in load_texts(options.texts) if t.mended or not options.mended]
    began = time.perf_counter()
    failed = _predict_all(texts, options.out, tuple(options.conflict) if options.conflict else None)
    print(
        f"{len(texts)} texts in {time.perf_counter() - began:.1f} s, {failed} unreadable; predictions in {options.out}"
    )
    scorer = _scorer(options.scorer)
    if scorer is None or not any(options.texts.glob("*.gold.json")):
        print("not scored: no scorer, or no golds beside the texts")
        return 0
    return _score(options, texts, scorer)


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("task", choices=["articles"])
    parser.add_argument("--texts", type=Path, default=_SHARED / "data" / "dev" / "articles")
    parser.add_argument("--out", type=Path, default=Path("out/predictions"))
    parser.add_argument("--scorer", type=Path, default=_SHARED / "bench" / "score_articles.py")
    parser.add_argument("--conflict", action="append", help="only these conflict tables; `none` for no table")
    parser.add_argument("--mended", action="store_true", help="only the half that rules are mended against")
    parser.add_argument("--per-doc", action="store_true", help="scores by article (of the mended half only)")
    parser.add_argument("--docs", help="only these ids, with commas")
    parser.add_argument("--set", default="articles", help="name under which floors are kept")
    return parser.parse_args(argv)


def _predict_all(texts: list[Text], out: Path, conflicts: tuple[str, ...] | None) -> int:
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for text in texts:
        found = predict(text, conflicts)
        failed += found is None
        (out / f"{text.id}.pred.json").write_text(json.dumps(found or {}, ensure_ascii=False, indent=1), "utf-8")
    return failed


def _scorer(path: Path) -> ModuleType | None:
    spec = importlib.util.spec_from_file_location("score_articles", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _score(options: argparse.Namespace, texts: list[Text], scorer: ModuleType) -> int:
    mended = {t.id for t in texts if t.mended}
    halves = {"mended": mended} if options.mended else {"mended": mended, "untouched": {t.id for t in texts} - mended}
    if options.docs:
        halves = {"chosen": set(options.docs.split(",")) & mended}
    results: dict[str, Any] = {}
    for name, ids in halves.items():
        found = scorer.evaluate(str(options.texts), lambda i: scorer.find_pred(str(options.out), i), ids)
        print(f"\n== {options.set}, {name}: {len(ids)} texts")
        scorer.show(found, options.per_doc and name != "untouched")
        results[name] = found
    if options.docs or options.conflict or options.mended:
        return 0
    return check_floors(options.set, digest(texts), results)


if __name__ == "__main__":
    sys.exit(main())
