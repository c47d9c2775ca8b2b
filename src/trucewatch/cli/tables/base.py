"""What all tables share."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.table import Table

from ...export.wording import count_words, party_words, place_words, speaker_words, when_words
from ...records.claim import Harm, Said
from ...records.party import Party
from ...records.place import Place
from ...records.reading import Stance
from ...records.text import Cited
from ...records.when import When

NONE = "–"


def table(title: str, *columns: tuple[str, int]) -> Table:
    """An empty table; a column is its head and its share of the width."""
    made = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_lines=True, expand=True,
        padding=(0, 1, 0, 0), pad_edge=False,
    )  # fmt: skip
    for head, share in columns:
        made.add_column(head, ratio=share, overflow="fold", no_wrap=head == "Id")
    return made


def where_words(place: Cited[Place] | None, nothing: str = NONE) -> str:
    """A place in a narrow column."""
    return place_words(place.value).replace("not found in any table", "not found") if place else nothing


def time_words(when: Cited[When] | None, nothing: str = NONE) -> str:
    """A time in a narrow column."""
    return when_words(when.value) if when else nothing


def voice_words(said: Said) -> str:
    """Who says it and how, and who answers; the report's own voice in a narrow column is "the report"."""
    own = said.speaker is None and said.stance is Stance.NARRATED
    answers = (
        f"{party_words(who.value) if who else 'the report'}: {stance.value.replace('_', ' ')}"
        for stance, who, _ in said.responses
    )
    return "; ".join(["the report" if own else speaker_words(said), *answers])


def harm_words(harm: Harm) -> str:
    """A figure with whom it counts: "51 or more civilians killed"."""
    who = f" {harm.who.value}" if harm.who else ""
    return f"{count_words(harm.count.value)}{who} {harm.verb.replace('_', ' ')}"


def names(found: Iterable[Cited[Party]]) -> str:
    """Several parties, each once."""
    return ", ".join(dict.fromkeys(party_words(p.value) for p in found))
