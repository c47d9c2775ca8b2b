"""``python -m benchmarks.breaches``: outcomes right given right records, with every wrong one, and the share end to end."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date

from benchmarks.accuracy.page import README, commit
from benchmarks.breaches.cases import NO_ROW, Case, load_cases
from benchmarks.breaches.end_to_end import NOT_READ, outcomes_read
from benchmarks.breaches.records import records_of
from benchmarks.report import put_section
from trucewatch.monitoring import find_breaches

GATE = 0.90


def outcomes(case: Case) -> dict[tuple[str, str], str]:
    """What the tests say of every pair of a case."""
    found = {(b.incident, b.truce): b.outcome.value for b in find_breaches(*records_of(case))}
    return {pair: found.get(pair, NO_ROW) for pair in case.expected}


def main(argv: list[str] | None = None) -> int:
    """Print the tables, with ``--write`` into benchmarks/README.md too; the exit code is 1 below the gate."""
    cases = load_cases()
    pairs = [(case, pair, got) for case in cases for pair, got in outcomes(case).items()]
    for case, pair, got in pairs:
        if got != case.expected[pair]:
            print(f"{case.name}: {pair[0]} against {pair[1]}: {got}, should be {case.expected[pair]}")
    kinds = Counter((case.expected[pair], got == case.expected[pair]) for case, pair, got in pairs)
    right = sum(n for (_, ok), n in kinds.items() if ok)
    lines = ["| outcome | pairs | right, records given |", "|---|---|---|"]
    for kind in sorted({kind for kind, _ in kinds}):
        lines.append(f"| {kind.replace('_', ' ')} | {kinds[kind, True] + kinds[kind, False]} | {kinds[kind, True]} |")
    lines.append(f"| **all** (gate {GATE:.2f}) | {len(pairs)} | {right}: **{right / len(pairs):.3f}** |")
    lines += ["", *_from_reports("mended", [c for c in cases if not _held_out(c)])]
    lines += _from_reports("never mended against", [c for c in cases if _held_out(c)])
    print("\n".join(lines))
    if "--write" in (sys.argv[1:] if argv is None else argv):
        put_section(
            README, "breaches", [f"{date.today()}, commit {commit()}, {len(cases)} reports of our own.", "", *lines]
        )
    return int(right / len(pairs) < GATE)


def _held_out(case: Case) -> bool:
    """Every third report is kept as one that no rule is mended against."""
    return int(case.name[:2]) % 3 == 0


def _from_reports(name: str, cases: list[Case]) -> list[str]:
    """The share right from the reports alone, of all pairs and of those whose records were read at all."""
    pairs = [(got, case.expected[pair]) for case in cases for pair, got in outcomes_read(case).items()]
    read = [(got, wanted) for got, wanted in pairs if got != NOT_READ]
    right = sum(got == wanted for got, wanted in pairs)
    violations = [wanted for got, wanted in read if got.endswith("_violation")]
    wrong = sum(not (wanted.endswith("_violation") or wanted == "disputed") for wanted in violations)
    return [
        f"- From the reports alone, {name} ({len(cases)} reports): {right} of {len(pairs)} pairs right ({right / len(pairs):.2f}); "
        f"of the {len(read)} whose incident and truce were both read {right / max(1, len(read)):.2f}; "
        f"{len(violations)} called a violation, {wrong} of them none by the case."
    ]


if __name__ == "__main__":
    sys.exit(main())
