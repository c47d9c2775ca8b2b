"""``python -m benchmarks.growth``: milliseconds that one more article costs ledgers of 1,000 to 100,000 incidents."""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from benchmarks.accuracy.page import README, commit
from benchmarks.growth.making import report
from benchmarks.report import put_section
from trucewatch.pipeline import LiveLedger

SIZES = (1_000, 10_000, 100_000)
ADDED, SEED, GATE_MS = 200, 7, 100.0
# The news of a day does not grow with the ledger, its years do: ten of them at the largest.
INCIDENTS_A_DAY = 27


def measure(size: int) -> tuple[int, Sequence[float], Sequence[float], float]:
    """The incidents of a ledger of about ``size``; the milliseconds of each article added, with its incidents assessed
    against every truce and without; the seconds to compile it."""
    dice = random.Random(SEED)
    live, days = LiveLedger(), max(1, size // INCIDENTS_A_DAY)
    begun = time.process_time()
    live.add_all(report(n, dice, days) for n in range(size // 3 + 1))
    whole = time.process_time() - begun
    spent: tuple[list[float], list[float]] = ([], [])
    for n in range(2 * ADDED):
        article, claims = report(10**9 + n, dice, days)
        begun = time.process_time()
        if n % 2:
            live.add_all([(article, claims)])
        else:
            live.add(article, claims)
        spent[n % 2].append(1000 * (time.process_time() - begun))
    return live.incidents, *spent, whole


def main(argv: list[str] | None = None) -> int:
    """Print the table, with ``--write`` into benchmarks/README.md too; the exit code is 1 past the gate."""
    argv = sys.argv[1:] if argv is None else argv
    lines = [
        f"{date.today()}, commit {commit()}, generated reports (seed {SEED}: 3 incidents and a toll each, a truce in one of five, 25 "
        f"countries, {INCIDENTS_A_DAY} incidents a day), {ADDED} articles added one by one to each ledger; one process, processor time, reading left out.",
        "",
        "| incidents in the ledger | one article more: median | 95th percentile | its records alone: median | compiling all records |",
        "|---|---|---|---|---|",
    ]
    medians = []
    for size in SIZES:
        held, spent, records, whole = measure(size)
        medians.append(statistics.median(spent))
        late = statistics.quantiles(spent, n=20)[-1]
        lines.append(
            f"| {held:,} | **{medians[-1]:.1f} ms** | {late:.1f} ms | {statistics.median(records):.1f} ms | {whole:.1f} s |"
        )
    steps = [b - a for a, b in pairwise(medians)]
    lines += [
        "",
        f"Gate: under {GATE_MS:.0f} ms at the largest. A tenfold ledger adds {', '.join(f'{s:.1f}' for s in steps)} ms.",
    ]
    print("\n".join(lines))
    if "--write" in argv:
        put_section(README, "growth", lines)
    return int(medians[-1] >= GATE_MS)


if __name__ == "__main__":
    sys.exit(main())
