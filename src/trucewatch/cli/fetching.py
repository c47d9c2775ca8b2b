"""``trucewatch fetch``, and the pages that ``read`` is given by web address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from .options import DEFAULT_DB, AsJson, Db
from .saying import console, now, print_json


def fetch(
    urls: Annotated[list[str], typer.Argument(help="Web addresses of reports.")],
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Fetch pages and keep their bytes beside the ledger, without reading them.

    Only public addresses are asked, at every redirect too; a site's robots.txt is kept.
    """
    from ..intake.files import Input, is_url
    from ..records.problems import Unreadable

    remedy = "give it as https://…, or use `read` for files"
    asked = [Input(u) if is_url(u) else Unreadable(u, "no web address of http or https", remedy) for u in urls]
    found = with_pages(asked, db)
    had = [f for f in found if isinstance(f, Input)]
    if as_json:
        print_json([{"url": f.source, "file": f.file} for f in had])
    for one in () if as_json else had:
        console().print(f"{one.source} -> {one.file}", soft_wrap=True)
    for bad in (f for f in found if isinstance(f, Unreadable)):
        console(error=True).print(f"{bad.source}: {bad.reason}. To mend it: {bad.remedy}.", soft_wrap=True)
    if len(had) < len(found):
        raise typer.Exit(1)


def with_pages(found: Sequence[Any], db: str, fetcher: Any = None) -> list[Any]:
    """The inputs, those with a web address fetched, their bytes kept and pointed to; or why one could not be had."""
    from ..intake.files import Input, is_url

    if not any(isinstance(f, Input) and is_url(f.source) for f in found):
        return list(found)
    from ..intake.fetching import Fetcher

    with fetcher or Fetcher() as web:
        return [_kept(f, web.fetch(f.source), db) if isinstance(f, Input) and is_url(f.source) else f for f in found]


def _kept(asked: Any, page: Any, db: str) -> Any:
    from dataclasses import replace

    from ..intake.fetching import RawFolder, raw_folder
    from ..records.problems import Unreadable

    if isinstance(page, Unreadable):
        return page
    about = {
        "url": page.url,
        "final_url": page.final_url,
        "hops": page.hops,
        "status": page.status,
        "content_type": page.content_type,
        "at": now().isoformat(),
    }
    try:
        path = RawFolder(raw_folder(db)).keep(page.data, about)
    except OSError as error:
        return Unreadable(asked.source, f"its bytes cannot be kept: {error.strerror}", "check the disk and its rights")
    return replace(asked, file=str(path))
