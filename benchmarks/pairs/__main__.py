"""``python -m benchmarks.pairs``: the relation of every pair of our own reports, records given and as read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from benchmarks.accuracy.page import README, commit
from benchmarks.pairs.given import given_claims
from benchmarks.pairs.scenes import LABELS, Scene, Told, load_scenes
from benchmarks.report import put_section
from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger
from trucewatch.records.claim import Claim, Grain, IncidentClaim, TruceClaim
from trucewatch.records.ledger import Bearing, Incident, Ledger, Truce
from trucewatch.records.text import SegmentKind

GATE, FALSE_MERGES = 0.85, 0.02
_LABEL = {Bearing.EQUAL: "same", Bearing.UPDATE_OF: "update", Bearing.RIVAL: "rival"}
_JOINED = frozenset(_LABEL.values())
_HEADS = frozenset({SegmentKind.HEADLINE, SegmentKind.DEK})


def relation(scene: Scene, a: Told, b: Told, claims: Sequence[Claim]) -> str:
    """What the ledger of two reports alone says of their main matters."""
    ledger = compile_ledger([a.article, b.article], claims)
    left, right = _main(scene, a, ledger), _main(scene, b, ledger)
    if left is None or right is None:
        return "not read"
    if left.id == right.id:
        bearings = [t.bearing for t in left.tellings]
        return _LABEL[bearings[0]] if bearings else "same"
    parents = {left.id: _parent(left), right.id: _parent(right)}
    return "part" if parents[left.id] == right.id or parents[right.id] == left.id else "different"


def _parent(record: Incident | Truce) -> str | None:
    return record.part_of if isinstance(record, Incident) else record.parent


def _main(scene: Scene, told: Told, ledger: Ledger) -> Incident | Truce | None:
    """The record that the report's body tells first, background left out; the headline's where the body tells none."""
    records: Sequence[Incident | Truce] = ledger.incidents if scene.subject == "incident" else ledger.truces
    own: list[tuple[bool, int, Incident | Truce]] = []
    for record in records:
        for claim in record.claims:
            if claim.article == told.article.id and _weighty(claim):
                segment = next((s.kind for s in told.article.segments if s.start <= claim.words[0].start < s.end), None)
                own.append((segment in _HEADS, claim.words[0].start, record))
    return min(own, key=lambda row: row[:2], default=(False, 0, None))[2]


def _weighty(claim: IncidentClaim | TruceClaim) -> bool:
    return isinstance(claim, TruceClaim) or (claim.grain is not Grain.BACKGROUND and claim.armed)


def main(argv: list[str] | None = None) -> int:
    """Print the tables, with ``--write`` into benchmarks/README.md too; the exit code is 1 past a gate."""
    argv = sys.argv[1:] if argv is None else argv
    scenes = load_scenes(load_kit())
    given, read = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for scene in scenes:
        rows = given_claims(scene)
        for left, right in combinations(scene.reports, 2):
            a, b = scene.reports[left], scene.reports[right]
            wanted = scene.relations[left, right]
            got = relation(scene, a, b, [rows[left], rows[right]])
            given[wanted, got] += 1
            if got != wanted:
                print(f"given: {scene.name} {left}{right}: {got}, should be {wanted}")
            got = relation(scene, a, b, [*a.claims, *b.claims])
            read[wanted, got] += 1
            if got != wanted and "--read" in argv:
                print(f"read: {scene.name} {left}{right}: {got}, should be {wanted}")
    lines = [f"{date.today()}, commit {commit()}, {len(scenes)} scenes of our own, {sum(given.values())} pairs.", ""]
    lines += _table(given, read)
    print("\n".join(lines))
    if "--write" in argv:
        put_section(README, "pairs", lines)
    return int(_right(given) < GATE or _false_merges(given) > FALSE_MERGES)


def _table(given: Counter[tuple[str, str]], read: Counter[tuple[str, str]]) -> list[str]:
    lines = ["| relation | pairs | right, records given | right, from the reports alone |", "|---|---|---|---|"]
    for label in LABELS:
        total = sum(n for (wanted, _), n in given.items() if wanted == label)
        lines.append(f"| {label} | {total} | {given[label, label]} | {read[label, label]} |")
    known = Counter({k: n for k, n in read.items() if k[1] != "not read"})
    return [
        *lines,
        f"| **all** (gate {GATE:.2f}) | {sum(given.values())} | **{_right(given):.3f}** | {_right(read):.3f}; "
        f"{_right(known):.3f} of the {sum(known.values())} whose matters were both read |",
        f"| false merges (gate {FALSE_MERGES:.0%}) | | **{_false_merges(given):.1%}** | {_false_merges(read):.1%} |",
    ]


def _right(counts: Counter[tuple[str, str]]) -> float:
    return sum(n for (wanted, got), n in counts.items() if wanted == got) / sum(counts.values())


def _false_merges(counts: Counter[tuple[str, str]]) -> float:
    """Of the pairs that are two records, those that were made one."""
    apart = {k: n for k, n in counts.items() if k[0] not in _JOINED}
    return sum(n for (_, got), n in apart.items() if got in _JOINED) / sum(apart.values())


if __name__ == "__main__":
    sys.exit(main())
