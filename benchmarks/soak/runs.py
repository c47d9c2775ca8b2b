"""The command line as a process of its own: run to its end, or killed on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Batch:
    """A folder of inputs and the files in it."""

    folder: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """How a whole run ended and what it said on standard error."""

    status: int
    errors: str


def killed_run(batch: Batch, db: Path, after_s: float) -> bool:
    """Begin reading and kill the process and its workers after so many seconds; False where it was done before."""
    run = subprocess.Popen(
        _command(batch, db), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(after_s)
    if run.poll() is not None:
        return False
    # The whole session: workers must not live on and hold the machine.
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    return True


def whole_run(batch: Batch, db: Path) -> Done:
    """Read a batch to its end."""
    run = subprocess.run(_command(batch, db), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return Done(run.returncode, run.stderr.decode())


def _command(batch: Batch, db: Path) -> list[str]:
    return [sys.executable, "-m", "trucewatch.cli.main", "read", str(batch.folder), "--db", str(db)]
