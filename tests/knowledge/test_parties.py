"""Reviewed rows and words of parties can be used: names that lead to one party at a time, states with adjectives."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from trucewatch.knowledge.conflicts import ReviewedParty
from trucewatch.knowledge.means import means_index, platforms
from trucewatch.knowledge.parties import general_rows, nations
from trucewatch.knowledge.phrases import Index, all_capitals, words_of

_ALWAYS = (date(1900, 1, 1), date(2100, 1, 1))


def _at_once(one: ReviewedParty, other: ReviewedParty) -> bool:
    """Whether two rows can be meant on one day in one country."""
    low = max(one.valid_from or _ALWAYS[0], other.valid_from or _ALWAYS[0])
    high = min(one.valid_to or _ALWAYS[1], other.valid_to or _ALWAYS[1])
    if low > high:
        return False
    return not (one.near and other.near) or bool(set(one.near) & set(other.near))


def test_a_name_leads_to_one_party_at_a_time_and_place() -> None:
    owners: dict[str, list[ReviewedParty]] = {}
    for row in general_rows():
        for name in row.names:
            owners.setdefault(name, []).append(row)
    clashes = [
        (name, one.id, other.id)
        for name, rows in owners.items()
        for one, other in combinations(rows, 2)
        if one.id != other.id and _at_once(one, other)
    ]
    assert clashes == []


def test_general_rows_have_ids_of_their_own() -> None:
    ids = [row.id for row in general_rows()]
    assert len(ids) == len(set(ids))
    for row in general_rows():
        if row.valid_from and row.valid_to:
            assert row.valid_from < row.valid_to, row.id
        if row.of and ":" in row.of and not row.of.startswith("state:"):
            assert row.of in ids, (row.id, row.of)
        if row.of and row.of.startswith("state:"):
            assert row.of.removeprefix("state:") in nations().by_code, row.id


def test_a_nations_adjective_and_name_lead_to_it() -> None:
    words = words_of("Sri Lankan troops and Chad's army", 0, 33)
    hit = nations().adjectives.longest(words, 0)
    assert hit is not None and (hit[0], hit[1].code) == (2, "LK")
    hit = nations().names.longest(words, 4)
    assert hit is not None and hit[1].code == "TD"


def test_a_phrase_keeps_its_case_where_the_text_has_any() -> None:
    index: Index[str] = Index()
    index.add("IS", "Islamic State")
    index.add("security forces", "forces")
    assert index.longest(words_of("Where is it", 0, 11), 1) is None
    assert index.longest(words_of("IS fighters", 0, 11), 0) == (1, "Islamic State")
    assert index.longest(words_of("Security Forces", 0, 15), 0) == (2, "forces")
    assert index.longest(words_of("THIS IS IT", 0, 10), 1, capitals=True) is None
    assert index.longest(words_of("SECURITY FORCES", 0, 15), 0, capitals=True) == (2, "forces")
    assert all_capitals("GUERRILLAS ATTACKED THE BASE") and not all_capitals("UN and EU envoys met today")


def test_possessives_and_hyphens_part_words() -> None:
    words = words_of("Syria's Iran-backed N'Djamena", 0, 29)
    assert [w.text for w in words] == ["Syria", "Iran", "backed", "N'Djamena"]
    assert [w.owns for w in words] == [True, False, False, False]
    assert [w.hyphen for w in words] == [False, False, True, False]


def test_platforms_are_means() -> None:
    known = {name for word in means_index() for _, name in means_index().matches(words_of(word, 0, len(word)), 0)}
    assert platforms() - known <= {"armoured vehicle"}
