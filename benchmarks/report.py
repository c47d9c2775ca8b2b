"""``benchmarks/README.md``: each benchmark keeps its own section up to date and leaves the others alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

HEAD = "# Benchmarks\n\nFigures as last printed by the benchmarks themselves, each with date, commit and data.\n"


def put_section(path: Path, name: str, lines: Sequence[str]) -> None:
    """Replace the section between the marks of ``name``, or add it at the end."""
    text = path.read_text("utf-8") if path.exists() else HEAD
    opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
    section = "\n".join([opening, f"## {name.capitalize()}", "", *lines, closing])
    if opening in text:
        before, rest = text.split(opening, 1)
        if closing not in rest:
            raise ValueError(f"{path}: {opening} has no {closing}; add it where the section ends")
        text = before + section + rest.split(closing, 1)[1]
    else:
        text = f"{text.rstrip()}\n\n{section}\n"
    path.write_text(text, "utf-8")
