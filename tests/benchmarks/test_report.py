"""A benchmark's section is replaced in place and the words around it stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.report import put_section


def test_a_section_is_added_then_replaced_and_its_neighbours_stay(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    put_section(path, "speed", ["10 articles/s"])
    path.write_text(path.read_text() + "\n## Notes\nBy hand.\n")
    put_section(path, "accuracy", ["F1 .5"])
    put_section(path, "speed", ["20 articles/s"])
    text = path.read_text()
    assert "10 articles/s" not in text and text.count("## Speed") == 1
    assert text.index("20 articles/s") < text.index("By hand.") < text.index("F1 .5")


def test_a_section_without_an_end_is_not_guessed_at(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("<!-- speed -->\nold\n")
    with pytest.raises(ValueError, match="has no"):
        put_section(path, "speed", ["new"])
