"""Programs that write to one store: killed at random moments, or several at once beside readers.

Each runs as a process forked from this one, so that a kill costs no start of a program; it opens the store itself.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection

from trucewatch.reading import read_article
from trucewatch.records.claim import PopulationClaim, Said
from trucewatch.records.count import Count
from trucewatch.records.reading import Stance
from trucewatch.records.review import Anchor, Judgement, Verdict
from trucewatch.records.text import Article, Cited
from trucewatch.store import StaleError, Store

FORK = get_context("fork")
FIRST = datetime(2026, 3, 1)
MATTER = Anchor("f" * 64, "incident", ((0, 6),), "I1")


def report(n: int) -> tuple[Article, PopulationClaim]:
    """The n-th report of a made-up town, and its one claim."""
    article = read_article(f"Some {n + 100} people remain in the town of Oru, report {n} says.".encode(), f"{n}.txt")
    assert isinstance(article, Article)
    words = article.quote(0, len(article.text))
    people = Cited(Count(n + 100, n + 100, str(n + 100)), (words,))
    return article, PopulationClaim(f"claim-{n}", article.id, Said(Stance.NARRATED), (words,), "remaining", people)


def decision(n: int, analyst: str = "ana") -> Judgement:
    """The n-th decision on one and the same matter."""
    made = FIRST + timedelta(seconds=n)
    return Judgement("", Verdict.CORRECT, MATTER, analyst, made, field="place", value=f'"{analyst}-{n}"', seen='"Oru"')


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store holds of the writers' work, each by its number, and how often."""

    reports: Counter[str]
    decisions: Counter[str]


def kept(where: str) -> Kept:
    """Open the store and count; a store that does not open is an error."""
    with Store(where) as store:
        reports = Counter(c.id for k in store.readings() for c in k.claims)
        return Kept(reports, Counter(str(j.value) for j in store.judgements()))


def killed(where: str, kills: int, seed: int) -> list[str]:
    """Write reports and decisions, killed so many times with SIGKILL; everything that is wrong afterwards.

    What was acknowledged must be there; nothing may be there twice.
    """
    dice = random.Random(seed)
    acknowledged = 0
    Store(where).close()
    wrong: list[str] = []
    for _ in range(kills):
        acknowledged, ended = _killed_once(where, acknowledged, dice.randint(0, 4), dice.uniform(0.0, 0.04))
        wrong += [] if ended == -signal.SIGKILL else [f"a writer ended by itself with {ended}"]
    found = kept(where)
    for n in range(acknowledged):
        wrong += [] if found.reports[f"claim-{n}"] else [f"report {n} was acknowledged and is lost"]
        wrong += [] if found.decisions[f'"ana-{n}"'] else [f"decision {n} was acknowledged and is lost"]
    wrong += [f"{name} is there {n} times" for c in (found.reports, found.decisions) for name, n in c.items() if n > 1]
    return wrong if acknowledged else [*wrong, "nothing was ever acknowledged"]


def _killed_once(where: str, begin: int, writes: int, after_s: float) -> tuple[int, int | None]:
    """Let a writer go on from ``begin`` and kill it so many writes and seconds later: what is acknowledged, how it ended."""
    ours, theirs = FORK.Pipe(duplex=False)
    writer = FORK.Process(target=_write_on, args=(where, begin, theirs), daemon=True)
    writer.start()
    theirs.close()
    done = begin
    try:
        # Its first word says that the store is open; the kill falls into the work that follows.
        for _ in range(1 + writes):
            done = ours.recv() + 1
        time.sleep(after_s)
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        while True:
            done = ours.recv() + 1
    except EOFError:
        writer.join()
    return done, writer.exitcode


def _write_on(where: str, begin: int, acknowledge: Connection) -> None:
    with Store(where) as store:
        # A client whose last request was not acknowledged asks whether it got through before it asks again.
        known = {str(j.value) for j in store.judgements()}
        acknowledge.send(begin - 1)
        for n in range(begin, begin + 10_000):
            article, claim = report(n)
            store.add_reading(article, [claim], revision="1", now=FIRST + timedelta(seconds=n))
            if f'"ana-{n}"' not in known:
                store.decide([decision(n)], now=FIRST + timedelta(seconds=n))
            acknowledge.send(n)


@dataclass(slots=True)
class Crowd:
    """What writers and readers did at once."""

    written: int = 0
    refused: int = 0
    looks: int = 0
    slowest_look_s: float = 0.0
    wrong: tuple[str, ...] = ()


def crowd(where: str, seconds: float, writers: int = 2, readers: int = 4) -> Crowd:
    """Writers who correct one and the same value, each only what it has seen, and readers who look all the while."""
    Store(where).close()
    with _running(
        [(_corrects, f"writer{n}") for n in range(writers)] + [(_looks, "")] * readers, where, seconds
    ) as pipes:
        answers = [pipe.recv() for pipe in pipes]
    found = kept(where)
    done = Crowd()
    wrong: list[str] = []
    for kind, count, other, trouble in answers:
        wrong += trouble
        if kind == "writer":
            done.written, done.refused = done.written + count, done.refused + other
        else:
            done.looks, done.slowest_look_s = done.looks + count, max(done.slowest_look_s, other)
    if sum(found.decisions.values()) != done.written:
        wrong.append(f"{done.written} corrections were acknowledged, {sum(found.decisions.values())} are there")
    wrong += _lost_updates(where)
    done.wrong = tuple(wrong)
    return done


def _lost_updates(where: str) -> list[str]:
    """Each correction names the one it had seen: a chain without a fork, or somebody wrote over what he had not seen."""
    with Store(where) as store:
        chain = [(j.seen, j.value) for j in store.judgements()]
    return [
        f"{value} was written over {before} unseen" for (_, before), (seen, value) in pairwise(chain) if seen != before
    ]


Work = Callable[[str, str, float, Connection], None]


@contextmanager
def _running(work: list[tuple[Work, str]], where: str, seconds: float) -> Iterator[list[Connection]]:
    pipes, processes = [], []
    for target, name in work:
        ours, theirs = FORK.Pipe(duplex=False)
        process = FORK.Process(target=target, args=(where, name, seconds, theirs), daemon=True)
        process.start()
        theirs.close()
        pipes.append(ours)
        processes.append(process)
    try:
        yield pipes
    finally:
        for process in processes:
            process.join(30)
            process.kill()


def _corrects(where: str, name: str, seconds: float, answer: Connection) -> None:
    written = refused = 0
    trouble: list[str] = []
    end = time.monotonic() + seconds
    try:
        with Store(where) as store:
            while time.monotonic() < end:
                seen = store.position()
                judged = store.judgements()
                if store.position() != seen:
                    continue
                before = str(judged[-1].value) if judged else '"Oru"'
                made = FIRST + timedelta(seconds=written)
                one = Judgement(
                    "", Verdict.CORRECT, MATTER, name, made, field="place", value=f'"{name}-{written}"', seen=before
                )
                try:
                    store.decide([one], now=made, seen=seen)
                    written += 1
                except StaleError as error:
                    refused += 1
                    if "after you looked" not in str(error):
                        trouble.append(f"refused without a clear message: {error}")
    except Exception as error:
        trouble.append(f"{name}: {type(error).__name__}: {error}")
    answer.send(("writer", written, refused, trouble))


def _looks(where: str, name: str, seconds: float, answer: Connection) -> None:
    looks, slowest, last = 0, 0.0, 0
    trouble: list[str] = []
    end = time.monotonic() + seconds
    try:
        with Store(where) as store:
            while time.monotonic() < end:
                began = time.monotonic()
                count = len(store.judgements())
                slowest = max(slowest, time.monotonic() - began)
                if count < last:
                    trouble.append(f"a reader saw {count} decisions after {last}")
                looks, last = looks + 1, count
    except Exception as error:
        trouble.append(f"reader: {type(error).__name__}: {error}")
    answer.send(("reader", looks, slowest, trouble))
