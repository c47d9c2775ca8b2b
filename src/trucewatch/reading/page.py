"""HTML: the article's text by trafilatura, with the captions, standfirst and byline that it drops put back by a pass of our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..records.text import SegmentKind

# A page with fewer words is a list of links or an empty shell.
_FEWEST = 20
_CAPTIONS = "//figcaption | //*[contains(concat(' ', normalize-space(@class), ' '), ' caption ')]"
_CLASSED = "//*[self::p or self::div or self::h2 or self::span][{}]"
_DEK = ("standfirst", "dek", "subtitle", "subheadline", "article-summary", "article__summary", "lede-deck")
_BYLINE = ("byline", "author", "article-author", "article__author", "byline-name")
_HEADS = (SegmentKind.HEADLINE, SegmentKind.DEK, SegmentKind.BYLINE)
_TABLE_RULE = re.compile(r"[|\s:-]+")


@dataclass(frozen=True, slots=True)
class Page:
    """``text`` is the canonical text: blocks parted by blank lines. ``kinds`` says what the markup shows some blocks to be."""

    text: str
    published: date | None
    kinds: Mapping[str, SegmentKind]


def page_text(markup: str) -> Page | None:
    """The article of a page; None where the page holds none."""
    import trafilatura  # takes half a second, and plain text needs none of it
    from lxml import html

    # The page's first date, not its last change: a later one would move every "on Monday".
    dating = {"original_date": True, "extensive_search": False}
    found: Any = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dating
    )
    if found is None or not found.text or len(found.text.split()) < _FEWEST:
        return None
    tree: Any = html.fromstring(_undeclared(markup))
    body = [line for line in map(_untabled, found.text.splitlines()) if line and line != found.title]
    kinds = {line: SegmentKind.HEADING for line in _texts(tree, "//h2 | //h3 | //h4")}
    kinds |= {line: SegmentKind.CAPTION for line in _texts(tree, _CAPTIONS)}
    kinds |= {line: SegmentKind.DEK for line in _classed(tree, _DEK)[:1]}
    kinds |= {line: SegmentKind.BYLINE for line in _classed(tree, _BYLINE)[:1]}
    if found.title:
        kinds[found.title] = SegmentKind.HEADLINE
    heads = [line for kind in _HEADS for line, is_a in kinds.items() if is_a is kind and line not in body]
    captions = [line for line, is_a in kinds.items() if is_a is SegmentKind.CAPTION and line not in body]
    blocks = "\n\n".join([*heads, *body, *captions])
    return Page(blocks, date.fromisoformat(found.date[:10]) if found.date else None, kinds)


def _undeclared(markup: str) -> str:
    """Without the XML declaration, whose encoding lxml refuses in decoded text."""
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup)


def _untabled(line: str) -> str:
    """A table's row as its cells; "" for the rule under its head."""
    line = line.strip()
    if not line.startswith("|"):
        return line
    if _TABLE_RULE.fullmatch(line):
        return ""
    return "; ".join(cell for cell in (c.strip() for c in line.strip("|").split("|")) if cell)


def _classed(tree: Any, classes: tuple[str, ...]) -> list[str]:
    tests = " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in classes)
    return [text for text in _texts(tree, _CLASSED.format(tests)) if len(text.split()) <= 60]


def _texts(tree: Any, path: str) -> list[str]:
    """Texts of the nodes of a path, once each, in page order."""
    texts = (" ".join(node.text_content().split()) for node in tree.xpath(path))
    return list(dict.fromkeys(text for text in texts if text))
