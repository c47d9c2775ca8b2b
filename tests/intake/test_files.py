"""Files, folders and their index of dates; what cannot be loaded says what to do."""

from __future__ import annotations

from pathlib import Path

from trucewatch.intake.files import Input, inputs_in, load
from trucewatch.reading import MAX_BYTES
from trucewatch.records.problems import Unreadable


def test_a_folder_gives_its_reports_by_name_with_the_dates_of_its_index(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "a.html").write_text("a")
    (tmp_path / "photo.jpg").write_bytes(b"\xff")
    (tmp_path / ".draft.txt").write_text("not yet")
    (tmp_path / "index.csv").write_text("id,published\na,2019-05-04\nb.txt,2019-05-05\n")
    assert inputs_in([str(tmp_path)]) == [
        Input(str(tmp_path / "a.html"), "2019-05-04"),
        Input(str(tmp_path / "b.txt"), "2019-05-05"),
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert len(inputs_in([str(tmp_path / "a.txt"), str(tmp_path), "-"])) == 2


def test_a_folder_without_reports_says_which_files_count(tmp_path: Path) -> None:
    (found,) = inputs_in([str(tmp_path)])
    assert isinstance(found, Unreadable) and ".html" in found.remedy


def test_a_path_that_is_not_there_and_a_file_too_large_are_results(tmp_path: Path) -> None:
    missing = load(str(tmp_path / "nothing.txt"))
    assert isinstance(missing, Unreadable) and "no such file" in missing.reason
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    found = load(str(tmp_path / "large.txt"))
    assert isinstance(found, Unreadable) and "MB" in found.reason
