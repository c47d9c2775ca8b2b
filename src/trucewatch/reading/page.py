"""HTML: the article's text by trafilatura, with the captions that it drops put back by a pass of our own."""

from __future__ import annotations

from datetime import date
from typing import Any


def page_text(markup: str) -> tuple[str, date | None] | None:
    """Canonical text (blocks parted by blank lines, title first) and the page's own publication day.

    None where the page holds no article.
    """
    import trafilatura  # takes half a second, and plain text needs none of it

    # The page's first date, not its last change: a later one would move every "on Monday".
    dating = {"original_date": True, "extensive_search": False}
    found: Any = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dating
    )
    if found is None or not found.text or len(found.text.split()) < 20:
        return None
    blocks = [found.title] if found.title else []
    blocks.extend(line.strip() for line in found.text.splitlines() if line.strip() and line.strip() != found.title)
    known = set(blocks)
    blocks.extend(caption for caption in _captions(markup) if caption not in known)
    return "\n\n".join(blocks), date.fromisoformat(found.date[:10]) if found.date else None


def _captions(markup: str) -> list[str]:
    """Texts of figure captions, once each."""
    from lxml import html

    tree: Any = html.fromstring(markup)
    texts = (" ".join(node.text_content().split()) for node in tree.xpath("//figcaption"))
    return list(dict.fromkeys(text for text in texts if text))
