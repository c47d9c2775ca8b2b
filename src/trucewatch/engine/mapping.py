"""The same map two ways: in this process, or in a pool of them. Results come in the order of the items."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

# Below this many items a second process costs more (it loads the gazetteer and the word lists) than it saves.
WORTH_A_POOL = 40


def map_local(work: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
    """One after another in this process."""
    return map(work, items)


def map_pool(
    work: Callable[[A], B], items: Sequence[A], workers: int, set_up: Callable[[], None] | None = None
) -> Iterator[B]:
    """Across processes. ``work`` and ``set_up`` are module-level functions; items and results travel pickled.

    At most a few items per worker are under way, so that results never pile up in memory.
    """
    # Fresh interpreters: forking a process that holds database connections or threads is unsafe.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=set_up) as pool:
        waiting: deque[Future[B]] = deque()
        rest = iter(items)
        waiting.extend(pool.submit(work, item) for item in islice(rest, workers * 4))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(pool.submit(work, item) for item in islice(rest, 1))
            yield done


def map_best(
    work: Callable[[A], B], items: Sequence[A], workers: int, set_up: Callable[[], None] | None = None
) -> Iterator[B]:
    """In a pool where there is enough to do and more than one worker is allowed."""
    if workers > 1 and len(items) >= WORTH_A_POOL:
        return map_pool(work, items, workers, set_up)
    return map_local(work, items)
