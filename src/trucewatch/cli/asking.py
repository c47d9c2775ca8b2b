"""The options by which every list, count and export is asked: they make one ``Query``."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

import typer

from .options import At, PublishedBy, RecordedBy
from .saying import fail

_MANY = list[str] | None
_OPTIONS: dict[str, Any] = {
    "query": Annotated[str | None, typer.Option("--query", help="A whole question as one string, such as --json gives back.", metavar="STRING")],
    "since": Annotated[str | None, typer.Option("--since", help="Acts from that day on.", metavar="DAY")],
    "until": Annotated[str | None, typer.Option("--until", help="Acts up to that day.", metavar="DAY")],
    "area": Annotated[_MANY, typer.Option("--area", help="Inside that place.", metavar="PLACE")],
    "truce": Annotated[_MANY, typer.Option("--truce", help="Held against that truce.", metavar="ID")],
    "party": Annotated[_MANY, typer.Option("--party", help="A party that takes part.", metavar="NAME")],
    "type": Annotated[_MANY, typer.Option("--type", help="Kind of act, truce or means: shelling, ceasefire, drone.", metavar="WORD")],
    "source": Annotated[_MANY, typer.Option("--source", help="A voice that says so, or an outlet.", metavar="NAME")],
    "stance": Annotated[_MANY, typer.Option("--stance", help="asserted, denied, claimed_unverified …", metavar="WORD")],
    "status": Annotated[
        _MANY, typer.Option("--status", help="unreviewed, accepted, unsure; in_force; alleged_violation …", metavar="WORD")
    ],
    "text": Annotated[str | None, typer.Option("--text", help="Words that it must have, in any spelling.", metavar="WORDS")],
    "precision": Annotated[
        _MANY, typer.Option("--precision", help="Time (day, hour …) or place (town …) known at least so finely.", metavar="WORD")
    ],
    "unsure": Annotated[bool, typer.Option("--unsure", help="Also what cannot be told to be meant.")],
}  # fmt: skip
_KNOWN: dict[str, Any] = {"published_by": PublishedBy, "recorded_by": RecordedBy}


def asks(
    *, at: bool = False, records: bool = True, known: bool = True
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of a query in the place of its ``asked`` parameter.

    ``at`` adds the moment of states; without ``records`` only the knowledge times can be asked for, without
    ``known`` not these.
    """

    def dressed(command: Callable[..., None]) -> Callable[..., None]:
        options = {**(_OPTIONS if records else {}), **({"at": At} if at else {}), **(_KNOWN if known else {})}
        own = inspect.signature(command)

        def run(**given: Any) -> None:
            mine = {name: given.pop(name) for name in list(given) if name not in options}
            command(asked=query_of(given), **mine)

        made = [
            inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=_default(n), annotation=kind)
            for n, kind in options.items()
        ]
        # Typer looks at the types themselves; that of ``asked`` is known to the type checker alone.
        hints = get_type_hints(command, localns={"Query": object}, include_extras=True)
        kept = [
            p.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[n])
            for n, p in own.parameters.items()
            if n != "asked"
        ]
        run.__signature__ = inspect.Signature([*kept, *made])  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in (*kept, *made)}
        run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
        return run

    return dressed


def _default(name: str) -> Any:
    return False if name == "unsure" else None


def query_of(given: dict[str, Any]) -> Any:
    """The query of what was typed; what cannot be asked ends the command with what can."""
    from ..query.asked import Query, QueryError, any_of, day_of, parsed

    try:
        base = parsed(given.pop("query", None) or "")
        days = {n: day_of(given[n], f"--{n}") for n in ("since", "until") if given.get(n)}
        rest = {
            n: v if isinstance(v, (str, bool)) else any_of(v)
            for n, v in given.items()
            if n not in ("since", "until") and v
        }
        found: Query = base.having(**days, **rest)
    except QueryError as error:
        fail(f"{error}.")
    return found
