"""``trucewatch read``: reports into the ledger."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from .options import DEFAULT_DB, AsJson, Db, Places
from .saying import console, fail, now, print_json

# Readings are written so many at a time: one by one costs a disk flush each.
BATCH = 50
# With more reports than this, each is one line of the summary at most for those with records.
LISTED = 40


@dataclass(frozen=True, slots=True)
class Job:
    """One report to read, with what the user said of it; travels to worker processes."""

    source: str
    published: str | None
    conflicts: tuple[str, ...] | None
    model: str
    file: str | None = None
    places: Path | None = None


def read(
    paths: Annotated[
        list[str],
        typer.Argument(help="Text, Markdown or HTML of reports; folders; web addresses; `-` for standard input."),
    ],
    published: Annotated[str | None, typer.Option(help="Day of publication, YYYY-MM-DD, of all reports given.")] = None,
    conflict: Annotated[
        list[str] | None,
        typer.Option(
            help="Use only this reviewed conflict table (repeatable), or `none`. Default: all, where called for."
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            help="Language model: `rules` (none, quickest), `fast` or `standard` (trained, of three and six layers), "
            "or `spacy:` and an installed pipeline."
        ),
    ] = None,
    places: Places = None,
    workers: Annotated[int, typer.Option(help="Processes for many reports.", min=1)] = max(1, os.cpu_count() or 1),
    as_json: AsJson = False,
    db: Db = DEFAULT_DB,
) -> None:
    """Read reports into the ledger and show what they say.

    Folders are searched for .txt, .md and .html; an `index.csv` in them (columns id, published) gives dates.
    """
    from ..engine.mapping import map_best
    from ..intake.files import inputs_in
    from ..kits import DEFAULT_MODEL
    from ..records.problems import Unreadable
    from .fetching import with_pages
    from .ledgers import opened

    model = model or DEFAULT_MODEL
    conflicts = _checked(conflict, published, model)
    _check_places(places)
    found = with_pages(inputs_in(paths), db)
    failed = [f for f in found if isinstance(f, Unreadable)]
    jobs = [
        Job(f.source, published or f.published, conflicts, model, f.file, places)
        for f in found
        if not isinstance(f, Unreadable)
    ]
    with opened(db, create=True) as store:
        results = _counted(map_best(read_job, jobs, workers), len(jobs))
        run = _Run(store, keep_all=as_json)
        try:
            for result in results:
                if isinstance(result, Unreadable):
                    failed.append(result)
                else:
                    run.add(*result)
        except KeyboardInterrupt:
            run.write()
            console(error=True).print(f"Stopped. {run.read} of {len(jobs)} were read and are kept in {db}.")
            raise typer.Exit(130) from None
        run.write()
        _show(run, db, as_json)
    _list_failed(failed, run.read + len(failed))
    if not run.read:
        raise typer.Exit(1)


class _Run:
    """The readings of one run on their way into the store; only as many are kept as will be shown."""

    def __init__(self, store: Any, *, keep_all: bool) -> None:
        self.store = store
        self.shown: list[tuple[Any, Any, str]] = []
        self.read = self.unchanged = 0
        self._keep_all = keep_all
        self._revision = ""
        self._batch: list[tuple[Any, Any]] = []

    def add(self, article: Any, claims: Any, revision: str) -> None:
        """Keep a reading; what another model has read is a revision of its own, to be compared."""
        self.read += 1
        if self._keep_all or len(self.shown) < LISTED:
            self.shown.append((article, claims, revision))
        if revision != self._revision:
            self.write()
            self._revision = revision
        self._batch.append((article, claims))
        if len(self._batch) == BATCH:
            self.write()

    def write(self) -> None:
        changes = self.store.add_readings(self._batch, revision=self._revision, now=now())
        self.unchanged += sum(c == "unchanged" for c in changes)
        self._batch = []


def read_job(job: Job) -> Any:
    """Article, claims and revision of one report, or the reason why there are none. Runs in worker processes."""
    from ..extraction.identity import revision_of
    from ..intake.files import load
    from ..pipeline import read_report
    from ..records.problems import Unreadable

    data = load(job.file or job.source)
    if isinstance(data, Unreadable):
        return data
    try:
        read = read_report(data, job.source, _kit(job.conflicts, job.model, job.places), job.published)
    except Exception as error:
        # A fault of ours in one report must not cost a run of thousands: it is listed with its place and counted.
        return Unreadable(
            job.source, f"fault in Trucewatch, {_where(error)}", "report this with the file; it is no fault of yours"
        )
    return read if isinstance(read, Unreadable) else (read[0], read[2], revision_of(read[1].model))


def _where(error: Exception) -> str:
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(last.filename)} line {last.lineno})"


@cache
def _kit(conflicts: tuple[str, ...] | None, model: str, places: Path | None) -> Any:
    from ..kits import load_kit

    return load_kit(conflicts, model, places)


def _check_places(places: Path | None) -> None:
    """A gazetteer that cannot be read is told before any work is done."""
    from ..kits import gazetteer_of
    from ..records.problems import DataFileError

    try:
        gazetteer_of(places)
    except DataFileError as error:
        fail(str(error))


def _checked(given: Sequence[str] | None, published: str | None, model: str) -> tuple[str, ...] | None:
    """The conflict tables chosen; what the user gave is checked before any work is done."""
    from ..kits import MODELS, SPACY, is_model
    from ..knowledge.conflicts import load_conflicts
    from ..reading.publication import given_time
    from ..records.problems import DataFileError

    if published is not None:
        try:
            given_time(published)
        except ValueError:
            fail(f"--published: {published!r} is no day a report can be of. Give an existing one as YYYY-MM-DD.")
    if not is_model(model):
        fail(f"--model: there is no {model!r}; there are: {', '.join(MODELS)}, {SPACY}<pipeline>.")
    conflicts = None if not given else () if list(given) == ["none"] else tuple(given)
    if conflicts:
        try:
            load_conflicts(conflicts)
        except DataFileError as error:
            fail(f"--conflict: {error}. Or give `none`.")
    return conflicts


def _counted(results: Iterator[Any], total: int) -> Iterator[Any]:
    """The same results, with a bar on standard error where there are many and somebody is watching."""
    if total < 5 or not sys.stderr.isatty():
        yield from results
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(error=True), transient=True) as bar:
        yield from bar.track(results, total=total)


def _show(run: _Run, db: str, as_json: bool) -> None:
    from ..export.reading_json import reading_json
    from .ledgers import article_view, view
    from .summary import print_one, print_several

    if not run.read:
        return
    if len(run.shown) == run.read:
        # Ids are minted from the whole ledger; a run too large to be listed leaves that to the first look at it.
        view(run.store)
    ledgers = (article_view(run.store, *one).ledger for one in run.shown)
    if as_json:
        for ledger, (_, _, revision) in zip(ledgers, run.shown, strict=True):
            print_json(reading_json(ledger, revision), indent=None)
        return
    out = console()
    if run.read == 1:
        print_one(out, next(ledgers))
    else:
        print_several(out, list(ledgers), run.read)
    again = f" ({run.unchanged} of them read before, with the same result)" if run.unchanged else ""
    held = run.store.count()
    out.print(f"{run.read} read{again}; {db} now holds {held} article{'s' if held != 1 else ''}.")


def _list_failed(failed: Sequence[Any], total: int) -> None:
    if not failed:
        return
    out = console(error=True)
    out.print(f"{len(failed)} of {total} could not be read:", style="bold red")
    for one in failed:
        out.print(f"  {one.source}: {one.reason}. To mend it: {one.remedy}.", soft_wrap=not sys.stderr.isatty())
