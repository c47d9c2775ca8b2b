"""``python -m benchmarks.copies``: 2,000 copies of the clusters texts among all of them, found again by their words."""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

from benchmarks.accuracy.page import README, commit
from benchmarks.copies.making import FEWEST_WORDS, MAKERS, words_of_body
from benchmarks.report import put_section
from trucewatch.reading import read_article
from trucewatch.reconciliation.copies.finding import Copies, KnownTexts
from trucewatch.records.problems import Unreadable

SHARED = Path("../shared/data")
ALREADY = Path(__file__).with_name("already.csv")
COPIES, SEED = 2000, 1


def texts() -> dict[str, str]:
    """Every text of the clusters data, by id."""
    paths = [SHARED / part / "clusters.jsonl" for part in ("train", "dev")]
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return {row["id"]: row["text"] for row in rows}


def copies(originals: dict[str, str]) -> list[tuple[str, str, str]]:
    """(maker, id of the original, text) of each copy; texts too short to be cut to a third are left out."""
    dice = random.Random(SEED)
    long = sorted(i for i, text in originals.items() if words_of_body(text) >= FEWEST_WORDS)
    chosen = [long[n % len(long)] for n in range(COPIES)]
    return [
        (maker.__name__, i, maker(originals[i], dice))
        for n, i in enumerate(chosen)
        for maker in [MAKERS[(n + n // len(long)) % len(MAKERS)]]
    ]


def families(originals: Iterable[str]) -> dict[str, str]:
    """Which originals are copies of one another already, as listed by hand: id to the first of its family."""
    home = {i: i for i in originals}

    def first(i: str) -> str:
        while home[i] != i:
            i = home[i]
        return i

    for line in ALREADY.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            a, b = sorted(map(first, line.split(",")))
            home[b] = a
    return {i: first(i) for i in home}


def main(argv: list[str] | None = None) -> int:
    """Print the figures, with ``--write`` into benchmarks/README.md too; the exit code is 1 past a gate."""
    originals = texts()
    family = families(originals)
    made = copies(originals)
    stream = [("original", i, text) for i, text in originals.items()] + made
    known, roots, spent = Copies(KnownTexts()), dict[str, str](), 0.0
    missed: Counter[str] = Counter()
    wrong, joins, counted, refused = set[tuple[str, str]](), 0, 0, 0
    for maker, root, text in stream:
        article = read_article(text.encode(), root)
        if isinstance(article, Unreadable):
            refused += 1
            continue
        begun = time.perf_counter()
        found = known.add(article)
        spent += time.perf_counter() - begun
        new = article.id not in roots
        roots.setdefault(article.id, root)
        kin = [name for name, _ in found if family[roots[name]] == family[root]]
        joins += len(found)
        wrong |= {(root, roots[name]) for name, _ in found if name not in kin}
        if maker != "original":
            counted += 1
            missed[maker] += new and not kin
            if new and not kin and "--show" in (argv or sys.argv):
                print(maker, root, repr(text[:200]))
    lost = sum(missed.values())
    false = len(wrong)
    lines = [
        f"{date.today()}, commit {commit()}, data {_digest(originals)}, seed {SEED}: {counted} copies of "
        f"{len(originals)} texts, {sum(1 for _ in ALREADY.open()) - 1} pairs of them listed as copies already.",
        "",
        f"- missed: {lost} ({lost / counted:.2%}; gate 1 %), by how they were made: "
        + ", ".join(f"{m.__name__} {missed[m.__name__]}" for m in MAKERS),
        f"- false joins: {false} pairs of texts in {joins} joins ({false / max(1, joins):.3%}; gate 0.1 %), "
        f"{false / counted:.2%} of the copies",
        f"- {refused} texts, copies among them, refused by the reader (too little English) and not counted",
        f"- {1000 * spent / len(stream):.2f} ms a text, comparing included",
    ]
    print("\n".join(lines))
    for pair in sorted(wrong):
        print("false:", *pair)
    if "--write" in (sys.argv[1:] if argv is None else argv):
        put_section(README, "copies", lines)
    return int(lost > 0.01 * counted or false > 0.001 * joins)


def _digest(originals: dict[str, str]) -> str:
    return sha256(json.dumps(originals, sort_keys=True).encode()).hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main())
