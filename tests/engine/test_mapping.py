"""Both ways of mapping give the same results in the same order."""

from __future__ import annotations

from trucewatch.engine.mapping import map_best, map_local, map_pool


def square(number: int) -> int:
    return number * number


def test_a_pool_gives_what_one_process_gives_in_the_same_order() -> None:
    numbers = list(range(30))
    assert list(map_pool(square, numbers, 2)) == list(map_local(square, numbers)) == [n * n for n in numbers]


def test_little_work_stays_in_this_process() -> None:
    # A lambda cannot travel to another process: this would fail in a pool.
    assert list(map_best(lambda n: n + 1, [1, 2], 8)) == [2, 3]
