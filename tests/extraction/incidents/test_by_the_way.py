"""What is told of many acts, or by the way, has not the day and place of the act told before it."""

from datetime import timedelta

import pytest

from trucewatch.kits import load_kit
from trucewatch.pipeline import read_report
from trucewatch.records.claim import Grain, IncidentClaim
from trucewatch.records.text import Article

OPENING = "MANILA, Aug 10, 1998 (Wire) - A bomb went off in a market in Jolo on Sunday, police said. "


def _told(words: str) -> list[IncidentClaim]:
    article, _, claims = read_report((OPENING + words).encode(), "story", load_kit(), published="1998-08-10")
    assert isinstance(article, Article)
    return [c for c in claims if isinstance(c, IncidentClaim) and c.words[0].start >= len(OPENING)]


@pytest.mark.parametrize(
    "words",
    [
        "Rebels have fought the army there for years.",
        "Insurgents have attacked convoys for years.",
        "Militants often attack patrols in the province.",
        "Kidnappings are common in the area.",
        "Bandits regularly ambush traders on the road.",
        "Attacks by armed groups have become frequent in the east.",
    ],
)
def test_general_talk_takes_neither_day_nor_town(words: str) -> None:
    (claim,) = _told(words)
    assert claim.grain is not Grain.INCIDENT
    assert claim.when is None
    assert claim.place is None or claim.place.value.name == "Philippines"


def test_next_act_of_the_scene_still_has_them() -> None:
    (claim,) = _told("Gunmen then fired on the ambulances, wounding two medics.")
    assert claim.grain is Grain.INCIDENT
    assert claim.place is not None and claim.place.value.name == "Jolo"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Gunmen shot two traders in Basilan on Monday and fled to Zamboanga.", "Basilan"),
        ("Rebels shelled Marawi on Monday, and 300 families fled to Iligan.", "Marawi"),
        ("Rebels attacked a post on Monday, and the last soldiers crossed into Malaysia.", None),
    ],
)
def test_where_people_went_afterwards_is_not_where_it_was_done(words: str, place: str | None) -> None:
    (claim,) = _told(words)
    found = claim.place.value.name if claim.place is not None else None
    assert found == place if place else found != "Malaysia"


def test_act_beside_the_beginning_of_a_truce_has_its_day_and_not_its_minute() -> None:
    (claim,) = _told(
        "A truce in Sulu came into force one minute after midnight on Friday, but soldiers shelled the town of Patikul."
    )
    assert claim.when is not None and claim.when.derivation
    assert claim.when.value.start is not None and claim.when.value.end is not None
    assert claim.when.value.end - claim.when.value.start == timedelta(days=1)
