"""The soak's checks must see what they are there to see: a ledger short of a file, a file without a reason."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.soak.checks import faults, listed_in
from benchmarks.soak.runs import Batch, killed_run, whole_run
from benchmarks.soak.variants import Sample, variant

REPORT = """Guns fall silent in Gorna

GORNA, May 3 - The army and rebels agreed on a 48-hour ceasefire in Gorna on Tuesday, the mayor said.
"""


def test_variants_are_the_same_for_the_same_dice() -> None:
    sample = Sample("gorna.txt", REPORT.encode(), "2016-05-03")
    first, again = ([variant(sample, dice) for _ in range(20)] for dice in (random.Random(4), random.Random(4)))
    assert first == again and len({data for data, _ in first}) > 10


def test_refused_files_are_known_by_the_reason_listed() -> None:
    told = "2 of 3 could not be read:\n  /in/a.txt: empty file. To mend it: give a text.\n  /in/b.txt: no text. To mend it: x.\n"
    assert listed_in(told) == {"/in/a.txt": "empty file", "/in/b.txt": "no text"}


def test_a_killed_run_that_is_run_again_is_whole_and_a_missing_file_is_seen(tmp_path: Path) -> None:
    files = []
    for n in range(6):
        files.append(tmp_path / f"gorna-{n}.txt")
        files[-1].write_text(f"{REPORT}\nPage {n} of the bulletin.\n" if n else "", "utf-8")
    batch, db = Batch(tmp_path, tuple(files)), tmp_path / "soak.db"
    assert killed_run(batch, db, 0.3)
    refused = listed_in(whole_run(batch, db).errors)
    assert list(refused) == [str(files[0])]
    assert faults(db, [batch], refused).wrong == ()
    unread = tmp_path / "never-read.txt"
    assert faults(db, [Batch(tmp_path, (*files, unread))], refused).wrong == (f"lost: {unread}",)
    assert faults(db, [batch], {}).wrong == (f"lost: {files[0]}",)
