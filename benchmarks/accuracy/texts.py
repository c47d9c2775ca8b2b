"""A folder of articles: ``ID.txt`` (or ``.html``, ``.md``) with an ``index.csv`` of publication dates."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

_SUFFIXES = (".txt", ".html", ".htm", ".md")


@dataclass(frozen=True, slots=True)
class Text:
    """One article of a folder. ``mended`` says whether rules may be mended against it."""

    id: str
    path: Path
    published: str | None
    mended: bool


def load_texts(folder: Path) -> list[Text]:
    """All texts of a folder that its index lists, in order of id.

    The half that rules are mended against: the index's own ``split`` column where it has one, else every
    second row by (source, id), beginning with the second.

    Raises:
        FileNotFoundError: no index.csv, or a listed text is missing.
    """
    rows = _index(folder)
    halves = sorted(rows, key=lambda row: (row.get("source") or "", row["id"]))
    mended = {row["id"] for row in halves[1::2]}
    if any("split" in row for row in rows):
        mended = {row["id"] for row in rows if row.get("split") == "mended"}
    return [
        Text(row["id"], _path(folder, row["id"]), row.get("published") or None, row["id"] in mended)
        for row in sorted(rows, key=lambda row: row["id"])
    ]


def _index(folder: Path) -> list[dict[str, str]]:
    path = folder / "index.csv"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no index; give one with the columns id and published")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _path(folder: Path, name: str) -> Path:
    for suffix in _SUFFIXES:
        path = folder / f"{name}{suffix}"
        if path.is_file():
            return path
    raise FileNotFoundError(f"{folder / name}: listed in index.csv, but there is no such text ({', '.join(_SUFFIXES)})")


def digest(texts: list[Text]) -> str:
    """Twelve hexadecimal digits over texts and golds, kept beside every figure."""
    total = hashlib.sha256()
    for text in texts:
        total.update(text.path.read_bytes())
        gold = text.path.with_name(f"{text.id}.gold.json")
        total.update(gold.read_bytes() if gold.is_file() else b"")
    return total.hexdigest()[:12]
