"""``python -m benchmarks.soak.stores [--kills N] [--seconds S] [--seed N] [--write]``: both stores under kills and in a crowd.

A writer is killed with SIGKILL at random moments of its work and goes on; then two writers correct one value while four
readers look. On SQLite, and on PostgreSQL where ``TRUCEWATCH_TEST_POSTGRESQL`` is the address of a server.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text

from benchmarks.report import put_section
from benchmarks.soak.writers import crowd, kept, killed
from trucewatch.store.copying import faults_of

ROOT = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str] | None = None) -> int:
    """Run on every store at hand; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="benchmarks.soak.stores", description="Stores under kills and in a crowd.")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    options = parser.parse_args(argv)
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d}, seed {options.seed}; one machine of two cores.",
        "",
        "| store | kills | written by then | lost | doubled | two writers, s | corrections | refused as stale | looks of four readers | slowest look |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="trucewatch-stores") as folder:
        places = [("SQLite", str(Path(folder) / "killed.db"), str(Path(folder) / "crowd.db"))]
        server = os.environ.get("TRUCEWATCH_TEST_POSTGRESQL")
        if server:
            places.append(("PostgreSQL", _database(server), _database(server)))
        else:
            lines.append("| PostgreSQL | not run: no server was given | | | | | | | | |")
        for name, first, second in places:
            line, found = _tried(name, first, second, options.kills, options.seconds, options.seed)
            lines.append(line)
            wrong += [f"{name}: {one}" for one in found]
    print("\n".join([*lines, *(f"WRONG: {one}" for one in wrong)]))
    if options.write and not wrong:
        put_section(ROOT / "benchmarks" / "README.md", "stores", lines)
    return 1 if wrong else 0


def _tried(name: str, first: str, second: str, kills: int, seconds: float, seed: int) -> tuple[str, list[str]]:
    began = time.monotonic()
    wrong = killed(first, kills, seed)
    lost, twice = sum("is lost" in w for w in wrong), sum("times" in w for w in wrong)
    wrong += faults_of(first)
    written = sum(kept(first).decisions.values())
    print(f"{name}: {kills} kills in {time.monotonic() - began:.0f} s", flush=True)
    done = crowd(second, seconds)
    wrong += [*done.wrong, *faults_of(second)]
    row = (name, kills, written, lost, twice, f"{seconds:g}", done.written, done.refused, done.looks)
    return f"| {' | '.join(map(str, row))} | {done.slowest_look_s * 1000:.0f} ms |", wrong


def _database(server: str) -> str:
    """A new database on the server; it stays until the server is thrown away."""
    name = f"soak_{uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


if __name__ == "__main__":
    raise SystemExit(main())
