"""``trucewatch code``: the codes of a text in the field's vocabularies, without a ledger."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import AsJson
from .saying import console, fail, print_json

if TYPE_CHECKING:
    from ..extraction.coding import MainEvent
    from ..records.coded import CodedEvent, CodedType

_QUESTIONS = ("who", "what", "when", "where")


def code(
    text: Annotated[str, typer.Argument(help="A text, the path of one, or `-` for standard input.", metavar="TEXT")],
    as_json: AsJson = False,
) -> None:
    """What sort of event a text tells of (ACLED), its main event, and who did what to whom (PLOVER, CAMEO's roots).

    Codes sort texts; they judge nothing: no code says that what a text tells has happened.
    """
    from ..extraction.coding import events_of, main_event_of, type_of_report
    from ..kits import load_kit
    from ..pipeline import read_report
    from ..records.problems import Unreadable

    found = read_report(_given(text), "text", load_kit())
    if isinstance(found, Unreadable):
        fail(f"Nothing to code: {found.reason}")
    kind, events = type_of_report(found[1]), events_of(found[1])
    main = main_event_of(found[1])
    if as_json:
        answers = {name: [_cited_json(a) for a in getattr(main, name)] for name in _QUESTIONS}
        rows = [_event_json(event) for event in events]
        return print_json({"type": _type_json(kind), "main_event": answers, "events": rows})
    _print(kind, main, events)


def _given(text: str) -> bytes:
    if text == "-":
        return sys.stdin.buffer.read()
    if len(text) < 250 and "\n" not in text and Path(text).is_file():
        return Path(text).read_bytes()
    return text.encode()


def _print(kind: CodedType | None, main: MainEvent, events: tuple[CodedEvent, ...]) -> None:
    out = console()
    if kind is None:
        out.print("No type: hardly a word here tells of an event.")
    else:
        words = " … ".join(f"“{span.quote}”" for span in kind.words[:4])
        out.print(f"{kind.event}: {kind.sub_event} (score {kind.score:g})  {words}")
        if kind.next is not None:
            out.print(f"  next: {kind.next[0]} ({kind.next[1]:g})", style="dim")
    for name in _QUESTIONS:
        answers = [a.value for a in getattr(main, name)]
        out.print(f"{name}: {answers[0] if answers else '–'}")
    for event in events:
        sides = [" and ".join(s.words.value for s in side) or "–" for side in (event.source, event.target)]
        shown = f"{event.plover or 'no PLOVER type'}, CAMEO {event.cameo}"
        out.print(f"{shown}: {sides[0]} → “{event.words.value}” → {sides[1]}")


def _type_json(kind: CodedType | None) -> dict[str, Any] | None:
    if kind is None:
        return None
    return {
        "event": kind.event,
        "sub_event": kind.sub_event,
        "score": kind.score,
        "words": [{"start": s.start, "end": s.end, "quote": s.quote} for s in kind.words],
        "next": list(kind.next) if kind.next else None,
    }


def _cited_json(answer: Any) -> dict[str, Any]:
    span = answer.evidence[0]
    return {"words": answer.value, "start": span.start, "end": span.end}


def _event_json(event: CodedEvent) -> dict[str, Any]:
    def sides(side: Any) -> list[dict[str, Any]]:
        return [
            {
                "words": s.words.value,
                "start": s.words.evidence[0].start,
                "end": s.words.evidence[0].end,
                "party": s.party.value.id if s.party else None,
                "country": s.country,
            }
            for s in side
        ]

    return {
        "act": event.act,
        "plover": event.plover,
        "cameo": event.cameo,
        "words": event.words.value,
        "source": sides(event.source),
        "target": sides(event.target),
        "both": event.both,
    }
