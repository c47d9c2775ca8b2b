"""The expected records of a folder: where their words stand, when they were written, what was changed since."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.accuracy.texts import Text


def golds_for(folder: Path, texts: list[Text], canonical: Mapping[str, str], out: Path) -> Path:
    """A folder of golds whose offsets point into canonical texts: the given one where all texts are plain already.

    Golds of pages give their words without offsets (a page's canonical text is known only once it is read);
    here they are looked up in it.
    """
    if all(text.path.suffix == ".txt" for text in texts):
        return folder
    out.mkdir(parents=True, exist_ok=True)
    for text in texts:
        body = canonical.get(text.id, "")
        (out / f"{text.id}.txt").write_text(body, "utf-8", newline="")
        gold = json.loads((folder / f"{text.id}.gold.json").read_text("utf-8"))
        (out / f"{text.id}.gold.json").write_text(json.dumps(_placed(gold, body), ensure_ascii=False), "utf-8")
    return out


def _placed(gold: dict[str, Any], body: str) -> dict[str, Any]:
    """The gold with every evidence that gives words alone placed in the text; words not in it are left out."""
    for rows in gold.values():
        for row in rows if isinstance(rows, list) else []:
            row["evidence"] = [
                e if "start" in e else {**e, "start": at, "end": at + len(e["text"])}
                for e in row.get("evidence", [])
                if "start" in e or (at := body.find(e["text"])) >= 0
            ]
    return gold


def gold_history(folder: Path) -> str:
    """One line for each gold: the commit that wrote it; below it every later change with its reason.

    Outside a git checkout it says so.
    """
    lines = [f"{'expected records':34} written in"]
    for gold in sorted(folder.glob("*.gold.json")):
        log = _log(gold)
        if not log:
            return "no history of the expected records: this is no git checkout"
        lines.append(f"{gold.name.removesuffix('.gold.json'):34} {log[0]}")
        lines += [f"{'':34} changed {change}" for change in log[1:]]
    return "\n".join(lines)


def _log(path: Path) -> list[str]:
    """Commits that touched a file, the oldest first: hash, day, subject."""
    command = ["git", "log", "--reverse", "--format=%h %ad %s", "--date=short", "--", path.name]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []
