"""Score an exported language model: ``python -m benchmarks.model --model DIR --data DIR``; no torch needed.

``--data`` holds the files of training/manifest.toml that are used to score. Speed is words a second of one process.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from training.corpora import trees
from training.scoring import Read, score_all, twelve_sentences, war_sentences

from trucewatch.marking.model.runtime import Runtime


def main() -> None:
    """Print every figure as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seed-article", type=Path, default=Path("../shared/seed/article.txt"))
    parser.add_argument("--limit", type=int, default=None)
    args = parser.parse_args()
    began = time.perf_counter()
    runtime = Runtime(args.model)
    started = time.perf_counter() - began

    def read(sentences: Sequence[list[str]]) -> list[Read]:
        return [
            Read(
                list(r.upos), list(r.lemmas), list(r.heads), list(r.rels),
                [(n.start, n.end, n.kind) for n in r.names], [(n.start, n.end, n.kind) for n in r.mentions],
            )
            for r in runtime.read(sentences)
        ]  # fmt: skip

    report = score_all(read, args.data, args.limit)
    report["war"] = war_sentences(read)
    report["twelve"] = twelve_sentences(read, args.seed_article)
    report["megabytes"] = round(sum(f.stat().st_size for f in args.model.iterdir()) / 1e6, 1)
    rows = trees(args.data, "gum_dev.jsonl")[: args.limit or 600]
    began = time.process_time()
    runtime.read([r.words for r in rows])
    report["words_per_cpu_second"] = round(sum(len(r.words) for r in rows) / (time.process_time() - began))
    report["start_seconds"] = round(started, 3)
    report["name"] = runtime.name
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
