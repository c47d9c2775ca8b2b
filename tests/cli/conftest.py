"""A folder with two reports and a runner of commands in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from trucewatch.cli.main import app

FIRST = """Shells hit mill as Hodeidah truce begins

HODEIDAH, Dec 18 - A ceasefire in the Yemeni port city of Hodeidah took effect at 6 a.m. on Tuesday. The truce is to last for 72 hours, the United Nations said.

Shells killed three civilians in Hodeidah on Tuesday evening, residents said.
"""
SECOND = """Second day of Hodeidah truce

HODEIDAH, Dec 19 - Shells killed four civilians in the Yemeni port city of Hodeidah on Wednesday, residents said, on the second day of a ceasefire that took effect on Tuesday.
"""


class Desk:
    """A person at a terminal in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.db = folder / "ledger.db"
        self._runner = CliRunner()

    def file(self, name: str, text: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def run(self, *words: str, stdin: bytes | None = None) -> Result:
        return self._runner.invoke(
            app, words, input=stdin, env={"TRUCEWATCH_DB": str(self.db), "TRUCEWATCH_ANALYST": "ana"}
        )

    def json(self, *words: str) -> Any:
        result = self.run(*words, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield Desk(tmp_path)


@pytest.fixture(scope="module")
def read_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk where both reports have been read; tests only look."""
    made = Desk(tmp_path_factory.mktemp("desk"))
    for name, text, day in (("first.txt", FIRST, "2018-12-18"), ("second.txt", SECOND, "2018-12-19")):
        result = made.run("read", made.file(name, text), "--published", day)
        assert result.exit_code == 0, result.output
    return made
