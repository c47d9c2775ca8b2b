"""The bytes of fetched reports as they came, each once under its SHA-256, and a line for every fetch."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

_LEDGER = "fetched.jsonl"


def raw_folder(db: str) -> Path:
    """Where a store's raw bytes are kept: beside a database file; for a server, as the environment or this folder says."""
    if "://" in db:
        return Path(os.environ.get("TRUCEWATCH_RAW", "trucewatch.raw"))
    return Path(f"{db}.raw")


class RawFolder:
    """A folder of bytes by digest. Nothing in it is ever changed or removed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def keep(self, data: bytes, about: Mapping[str, object]) -> Path:
        """Keep the bytes, note the fetch, and say where they are.

        Raises:
            OSError: the folder cannot be written.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._write_whole(path, data)
        self._note({"sha256": digest, "bytes": len(data), **about})
        return path

    def path(self, digest: str) -> Path:
        """Where bytes of a digest lie."""
        return self.root / digest[:2] / digest

    def _write_whole(self, path: Path, data: bytes) -> None:
        """A reader sees all of a file or none of it."""
        with NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        os.replace(part.name, path)

    def _note(self, row: Mapping[str, object]) -> None:
        line = (json.dumps(row, ensure_ascii=False) + "\n").encode()
        # One write of one line in append mode: lines of two processes do not mix.
        handle = os.open(self.root / _LEDGER, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)
