"""Reports in files and folders, or on standard input. What cannot be read is a result with its remedy."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..reading import MAX_BYTES
from ..records.problems import Unreadable

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A report to be read: its path, web address, or ``-``; ``published`` where a folder's index gives the day.

    ``file`` is where the bytes of a fetched page lie.
    """

    source: str
    published: str | None = None
    file: str | None = None


def is_url(text: str) -> bool:
    """Whether something given as a path is a web address."""
    return text.lower().startswith(("http://", "https://"))


def inputs_in(paths: Iterable[str]) -> list[Input | Unreadable]:
    """Every report that the paths lead to, in the order given, folders by name; each file once.

    A folder may hold an ``index.csv`` with the columns ``id`` (file name, with or without suffix) and ``published``.
    """
    found: list[Input | Unreadable] = []
    seen: set[Path] = set()
    pages: set[str] = set()
    for path in paths:
        if path == STDIN:
            found.append(Input(STDIN))
        elif is_url(path):
            if path not in pages:
                found.append(Input(path))
            pages.add(path)
        elif Path(path).is_dir():
            found += [i for i in _in_folder(Path(path)) if isinstance(i, Unreadable) or _first(Path(i.source), seen)]
        elif _first(Path(path), seen):
            found.append(Input(path))
    return found


def load(source: str) -> bytes | Unreadable:
    """The bytes of one report; a file larger than is ever read is not loaded at all."""
    if source == STDIN:
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return Unreadable(
                source, f"{size / 2**20:.0f} MB; at most {MAX_BYTES // 2**20} MB are read", "give one article per file"
            )
        return path.read_bytes()
    except FileNotFoundError:
        return Unreadable(source, "there is no such file", "check the path")
    except IsADirectoryError:
        return Unreadable(source, "this is a folder", "give the files in it")
    except PermissionError:
        return Unreadable(source, "you may not read this file", "change its permissions, or copy it")
    except OSError as error:
        return Unreadable(source, f"cannot be read: {error.strerror}", "check the path and the disk")


def _first(path: Path, seen: set[Path]) -> bool:
    key = path.resolve()
    if key in seen:
        return False
    seen.add(key)
    return True


def _in_folder(folder: Path) -> list[Input | Unreadable]:
    try:
        files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and not _hidden(p, folder))
    except OSError as error:
        return [Unreadable(str(folder), f"cannot be listed: {error.strerror}", "change its permissions")]
    if not files:
        kinds = " ".join(sorted(SUFFIXES))
        return [Unreadable(str(folder), "no report in this folder", f"give files that end in one of {kinds}")]
    dates = {parent: _dates(parent) for parent in {p.parent for p in files}}
    return [Input(str(p), dates[p.parent].get(p.stem) or dates[p.parent].get(p.name)) for p in files if p.is_file()]


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _dates(folder: Path) -> dict[str, str]:
    index = folder / "index.csv"
    if not index.is_file():
        return {}
    with index.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        if not {"id", "published"} <= set(rows.fieldnames or ()):
            return {}
        return {row["id"]: row["published"] for row in rows if row["id"] and row["published"]}
