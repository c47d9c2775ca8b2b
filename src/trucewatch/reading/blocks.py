"""Blocks of a plain or Markdown text: paragraphs, headings, list items, and the front matter before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANK = re.compile(r"(?:\r?\n[ \t\u00a0]*){2,}")
_FRONT = re.compile(r"\A---[ \t]*\r?\n.*?\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_ITEM = re.compile(r"[ \t]*(?:[-*+•‣▪]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
# Rules, comment marks, and the "###" that closes an official statement.
_NOTHING = re.compile(r"[ \t]*(?:\\?#{2,6}|<!--.*?-->|[-=_*~\s]{3,}|\\?\* ?\\?\* ?\\?\*)[ \t]*")
_LINK = re.compile(r"\]\([^)\s]*\)")
# A line longer than this is no wrapped prose: it is a paragraph of its own.
_WRAP = 110


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start, end)`` of the text, marks of headings and list items before it left out."""

    start: int
    end: int
    text: str
    heading: bool = False
    item: bool = False
    furniture: bool = False


def front_matter(text: str) -> str:
    """The block of metadata between two lines of dashes that a Markdown file may open with; "" where there is none."""
    hit = _FRONT.match(text)
    return hit.group() if hit else ""


def blocks_of(text: str) -> list[Block]:
    """All blocks in text order."""
    head = len(front_matter(text))
    blocks = [Block(0, head, text[:head], furniture=True)] if head else []
    position = head
    for stop in [*_BLANK.finditer(text, head), None]:
        end = stop.start() if stop else len(text)
        blocks.extend(_pieces(text, position, end))
        position = stop.end() if stop else end
    return blocks


def _pieces(text: str, start: int, end: int) -> list[Block]:
    """The blocks of a stretch without blank lines: its lines, joined where they are wrapped prose."""
    lines = [
        (m.start() + start, m.end() + start) for m in re.finditer(r"[^\r\n]+", text[start:end]) if m.group().strip()
    ]
    blocks: list[Block] = []
    for group in _grouped(text, lines):
        low, high = group[0][0], group[-1][1]
        if len(group) > 1 and not _wrapped(text, group):
            blocks.extend(filter(None, (_block(text, a, b) for a, b in group)))
        else:
            blocks.extend(filter(None, (_block(text, low, high),)))
    return blocks


def _grouped(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Lines that may belong together: a heading stands alone, a list item begins a group."""
    groups: list[list[tuple[int, int]]] = []
    alone = True
    for low, high in lines:
        line = text[low:high]
        mark = bool(_HEADING.match(line) or _NOTHING.fullmatch(line))
        if alone or mark or _ITEM.match(line):
            groups.append([])
        groups[-1].append((low, high))
        alone = mark
    return groups


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    lengths = [len(_LINK.sub("]", text[a:b])) for a, b in lines]
    return max(lengths) <= _WRAP and any(n > 50 for n in lengths[:-1])


def _block(text: str, start: int, end: int) -> Block | None:
    chunk = text[start:end]
    if not chunk.strip():
        return None
    heading, item = _HEADING.match(chunk), _ITEM.match(chunk)
    furniture = bool(_NOTHING.fullmatch(chunk.strip()))
    mark = None if furniture else heading or item
    low = start + (mark.end() if mark else 0)
    low += len(text[low:end]) - len(text[low:end].lstrip())
    high = start + len(chunk.rstrip())
    return Block(low, high, text[low:high], bool(heading), bool(item), furniture) if low < high else None
