"""A writer killed at any moment loses nothing it acknowledged; several at once lose no update, and readers never wait.

The long run of the same is in ``make soak``.
"""

from benchmarks.soak.writers import crowd, killed


def test_25_kills_lose_and_double_nothing(where: str) -> None:
    assert killed(where, 25, seed=1) == []


def test_two_writers_and_four_readers(where: str) -> None:
    done = crowd(where, seconds=3)
    assert done.wrong == ()
    assert done.written > 5 and done.looks > 20
    assert done.slowest_look_s < 2
