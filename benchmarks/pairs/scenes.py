"""The scenes: reports as written, the label of every pair."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trucewatch.kits import Kit
from trucewatch.pipeline import read_report
from trucewatch.records.claim import Claim
from trucewatch.records.problems import Unreadable
from trucewatch.records.reading import Reading
from trucewatch.records.text import Article

# Real reports are longer than the scenes' and say somewhere that they are of a war: without it the reader leaves them.
CLOSING = "\n\nThe army and armed rebel groups have fought each other in the country with guns and rockets since the war began.\n"
FOLDER = Path(__file__).parent
LABELS = ("same", "update", "rival", "part", "different")


@dataclass(frozen=True)
class Told:
    """One report of a scene, read."""

    name: str
    published: date
    article: Article
    reading: Reading
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Scene:
    """A few reports on one war. ``relations`` maps pairs of report names to labels; ``subject`` is incident or truce."""

    name: str
    subject: str
    reports: dict[str, Told]
    relations: dict[tuple[str, str], str]


def load_scenes(kit: Kit) -> list[Scene]:
    """Every scene, its reports read."""
    rows = [
        row
        for path in sorted((FOLDER / "scenes").glob("*.toml"))
        for row in tomllib.loads(path.read_text("utf-8"))["scene"]
    ]
    return [
        Scene(
            row["id"],
            row["subject"],
            {r["id"]: _told(row["id"], r, kit) for r in row["reports"]},
            {(pair[0], pair[1]): label for pair, label in row["relations"].items()},
        )
        for row in rows
    ]


def _told(scene: str, row: dict[str, str], kit: Kit) -> Told:
    name = f"{scene}.{row['id']}"
    found = read_report((row["text"].strip() + CLOSING).encode(), name, kit, row["published"])
    assert not isinstance(found, Unreadable), f"{name}: {found}"
    return Told(name, date.fromisoformat(row["published"]), *found)
