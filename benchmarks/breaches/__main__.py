"""``python -m benchmarks.breaches``: share of outcomes right given right records, and every one that is wrong."""

from __future__ import annotations

import sys
from collections import Counter

from benchmarks.breaches.cases import NO_ROW, Case, load_cases
from benchmarks.breaches.records import records_of
from trucewatch.monitoring import find_breaches

GATE = 0.90


def outcomes(case: Case) -> dict[tuple[str, str], str]:
    """What the tests say of every pair of a case."""
    found = {(b.incident, b.truce): b.outcome.value for b in find_breaches(*records_of(case))}
    return {pair: found.get(pair, NO_ROW) for pair in case.expected}


def main() -> int:
    """Print the table; the exit code is 1 below the gate."""
    right, total = 0, 0
    kinds: Counter[tuple[str, bool]] = Counter()
    for case in load_cases():
        for pair, got in outcomes(case).items():
            wanted = case.expected[pair]
            total += 1
            right += got == wanted
            kinds[wanted, got == wanted] += 1
            if got != wanted:
                print(f"{case.name}: {pair[0]} against {pair[1]}: {got}, should be {wanted}")
    print(f"\n{'outcome':28} {'pairs':>6} {'right':>6}")
    for kind in sorted({k for k, _ in kinds}):
        print(f"{kind:28} {kinds[kind, True] + kinds[kind, False]:6} {kinds[kind, True]:6}")
    print(f"{'all':28} {total:6} {right:6}   {right / total:.3f} (gate {GATE:.2f})")
    return int(right / total < GATE)


if __name__ == "__main__":
    sys.exit(main())
