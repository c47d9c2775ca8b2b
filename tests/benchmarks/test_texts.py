"""The folder of articles and its two halves."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.accuracy.texts import load_texts


def _folder(path: Path, header: str, rows: list[str]) -> Path:
    (path / "index.csv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    for row in rows:
        (path / f"{row.split(',')[0]}.txt").write_text("Two shells fell near the bridge.", "utf-8")
    return path


def test_every_second_row_by_source_and_id_is_mended(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "id,published,source", ["c,2001-01-01,A", "a,2001-01-02,B", "b,2001-01-03,A"])
    assert [(t.id, t.mended) for t in load_texts(folder)] == [("a", False), ("b", False), ("c", True)]


def test_a_split_column_decides(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "id,published,split", ["a,2001-01-01,untouched", "b,2001-01-01,mended"])
    assert [(t.id, t.mended) for t in load_texts(folder)] == [("a", False), ("b", True)]


def test_a_listed_text_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "index.csv").write_text("id,published\nlost,2001-01-01\n", "utf-8")
    with pytest.raises(FileNotFoundError, match="lost"):
        load_texts(tmp_path)
