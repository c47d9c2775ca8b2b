"""Every command that the documents show can be run as it stands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.cli.conftest import FIRST, Desk

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
# Stand-ins of the documents, and what is there when the test runs.
STANDS_FOR = {"<name>": "yemen", "PATH": "report.txt", "PATH…": "report.txt", "ID": "T1", "I7": "I1"}


def commands() -> list[str]:
    found: list[str] = []
    for page in PAGES:
        text = page.read_text()
        found += re.findall(r"`trucewatch ([^`]+)`", text)
        found += re.findall(r"^    (?:\S*/)?trucewatch (.+?)(?:\s+#.*)?$", text, re.M)
    # Brackets show what may be left out: here it is given.
    return list(dict.fromkeys(re.sub(r"[\[\]]", "", c) for c in found))


def test_the_documents_show_commands() -> None:
    assert len(commands()) > 12


@pytest.fixture
def in_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(desk.folder)
    desk.file("report.txt", FIRST)
    result = desk.run("read", "report.txt", "--published", "2018-12-18")
    assert result.exit_code == 0, result.output
    return desk


@pytest.mark.parametrize("command", commands())
def test_a_command_runs_as_shown(in_folder: Desk, command: str) -> None:
    words = [STANDS_FOR.get(word, word) for word in shlex.split(command)]
    result = in_folder.run(*words)
    assert result.exit_code == 0, result.output
