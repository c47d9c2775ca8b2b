"""One dispatch carried by four sites is found as one text; another agency's words on the same day are not."""

from __future__ import annotations

from trucewatch.reading import read_article
from trucewatch.reconciliation.copies.finding import Copies, KnownTexts
from trucewatch.reconciliation.copies.versions import Versions
from trucewatch.records.problems import Unreadable
from trucewatch.records.text import Article
from trucewatch.records.versions import Copy, CopyKind

DISPATCH = """Barrage on river port leaves eleven dead

MALAKAL, March 3 (Nile Wire) - Mortar bombs fell on the river port of Malakal for an hour on Sunday, killing eleven people and setting two barges on fire, the harbour master said.

The army accused rebels on the west bank of firing without warning. A rebel spokesman denied it and said his men had kept to the truce signed in January.

Aid workers said the port was the only way to bring grain to forty thousand people in the camp.
"""
REHEADLINED = DISPATCH.replace("Barrage on river port leaves eleven dead", "Grain port shelled in South Sudan")
SHORTENED = DISPATCH[: DISPATCH.index("The army accused")]
EDITED = DISPATCH.replace("for an hour on Sunday", "on Sunday").replace("harbour master", "port chief")
OTHER = """Eleven killed in Malakal

JUBA, March 3 (Equator Press) - Shells struck Malakal's harbour on Sunday. The harbour master counted eleven bodies, and two grain barges burned, he told this agency. Rebels said that they had not fired.
"""


def _read(text: str, published: str) -> Article:
    article = read_article(text.encode(), f"{published}.txt", published=published)
    assert not isinstance(article, Unreadable)
    return article


def _origins(articles: list[Article]) -> tuple[Copy, ...]:
    known = Versions(KnownTexts(), lambda _: ())
    for article in articles:
        known.add(article)
    return known.origins()


def _of(copy: str) -> tuple[CopyKind, ...]:
    first, second = _read(DISPATCH, "2024-03-03"), _read(copy, "2024-03-04")
    found = _origins([second, first])
    assert all(c.of == first.id and c.article == second.id for c in found)
    return tuple(c.kind for c in found)


def test_each_kind_of_copy_is_found_and_named_with_the_earlier_text_as_its_origin() -> None:
    assert _of(REHEADLINED) == (CopyKind.REHEADLINED,)
    assert _of(SHORTENED) == (CopyKind.SHORTENED,)
    assert _of(EDITED) == (CopyKind.EDITED,)


def test_another_agencys_own_words_are_no_copy() -> None:
    assert _of(OTHER) == ()


def test_the_order_in_which_texts_come_changes_nothing_and_each_copy_has_one_origin() -> None:
    articles = [_read(text, "2024-03-03") for text in (DISPATCH, REHEADLINED, SHORTENED, EDITED, OTHER)]
    found = _origins(articles)
    assert found == _origins(articles[::-1])
    assert len(found) == 3 and len({c.of for c in found}) == 1


def test_an_index_takes_texts_one_by_one() -> None:
    known = Copies(KnownTexts())
    first, later = _read(DISPATCH, "2024-03-03"), _read(SHORTENED, "2024-03-04")
    assert known.add(first) == ()
    assert [name for name, _ in known.add(later)] == [first.id]
