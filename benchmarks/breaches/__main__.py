"""``python -m benchmarks.breaches``: outcomes right given right records, with every wrong one, and the share end to end."""

from __future__ import annotations

import sys
from collections import Counter

from benchmarks.breaches.cases import NO_ROW, Case, load_cases
from benchmarks.breaches.end_to_end import NOT_READ, outcomes_read
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
    _from_reports()
    return int(right / total < GATE)


def _from_reports() -> None:
    """Print the share right from the reports alone, of all pairs and of those whose records were read at all."""
    pairs = [(got, case.expected[pair]) for case in load_cases() for pair, got in outcomes_read(case).items()]
    read = [(got, wanted) for got, wanted in pairs if got != NOT_READ]
    right = sum(got == wanted for got, wanted in pairs)
    violations = [(got, wanted) for got, wanted in read if got.endswith("_violation")]
    wrong = sum(not (w.endswith("_violation") or w == "disputed") for _, w in violations)
    print(f"\nfrom the reports alone: {right} of {len(pairs)} right ({right / len(pairs):.3f})")
    print(f"both records read: {len(read)} pairs, {right / max(1, len(read)):.3f} right")
    print(f"called a violation: {len(violations)} pairs, {wrong} of them none by the case")


if __name__ == "__main__":
    sys.exit(main())
