"""Ids that people quote: kept under new extractor revisions, forwarded by a merge, given back when it is undone."""

from __future__ import annotations

from trucewatch.store.ids import Anchor, Anchored, Assignment, assign


def words(start: int, nth: int = 1) -> Anchor:
    return Anchor("a" * 64, "IncidentClaim", start, start + 20, nth)


def record(computed: str, *anchors: Anchor) -> Anchored:
    return Anchored(computed, "incident", anchors)


class Memory:
    """What a store keeps between two compilations."""

    def __init__(self) -> None:
        self.anchors: dict[Anchor, str] = {}
        self.age: dict[str, int] = {}
        self.forwards: dict[str, str] = {}

    def compile(self, *records: Anchored) -> Assignment:
        found = assign(records, self.anchors, self.age, self.forwards)
        for name, _ in found.minted:
            self.age[name] = len(self.age)
        self.anchors.update({a: name for name, a in found.anchors})
        self.forwards.update(found.forwards)
        return found


def test_a_record_keeps_its_id_when_its_computed_id_changes() -> None:
    memory = Memory()
    assert memory.compile(record("x", words(0)), record("y", words(50))).names == {"x": "I1", "y": "I2"}
    again = memory.compile(record("y2", words(50)), record("x2", words(0)))
    assert again.names == {"y2": "I2", "x2": "I1"}
    assert not again.minted and not again.anchors and not again.forwards


def test_two_acts_told_in_the_same_words_stay_two() -> None:
    memory = Memory()
    both = (record("x", words(0, 1)), record("y", words(0, 2)))
    assert memory.compile(*both).names == memory.compile(*both).names == {"x": "I1", "y": "I2"}


def test_a_merge_forwards_to_the_older_and_undoing_it_gives_both_back() -> None:
    memory = Memory()
    memory.compile(record("x", words(0)), record("y", words(50)))
    assert memory.compile(record("xy", words(50), words(0))).names == {"xy": "I1"}
    assert memory.forwards == {"I2": "I1"}
    assert memory.compile(record("x", words(0)), record("y", words(50))).names == {"x": "I1", "y": "I2"}
    assert memory.forwards == {"I2": "I2"}


def test_of_a_split_the_first_part_keeps_the_id_and_the_new_one_is_stable() -> None:
    memory = Memory()
    memory.compile(record("xy", words(0), words(50)))
    first = memory.compile(record("x", words(0)), record("y", words(50))).names
    assert sorted(first.values()) == ["I1", "I2"]
    assert memory.compile(record("y", words(50)), record("x", words(0))).names == first


def test_an_id_is_never_used_again() -> None:
    memory = Memory()
    memory.compile(record("x", words(0)))
    assert memory.compile(record("z", words(90))).names == {"z": "I2"}
