"""The same talks told twice in one article become one claim with the words of both."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from ...records.claim import TalkClaim
from ...records.party import Party
from ...records.text import Cited
from ...records.when import When

_PHONE = re.compile(r"\b(?:tele)?phone|\bphoned\b|\bcall with\b", re.IGNORECASE)
_SLACK = timedelta(days=3)


def joined(found: list[TalkClaim], claim: TalkClaim, *, anaphoric: bool) -> None:
    """Add a claim to a list, or join it to the claim it tells again. ``anaphoric``: "the talks", "this meeting"."""
    for index in range(len(found) - 1, -1, -1):
        if _same(found[index], claim, anaphoric=anaphoric):
            found[index] = _join(found[index], claim)
            return
    if claim.participants or claim.mediators:
        found.append(claim)


def _same(old: TalkClaim, new: TalkClaim, *, anaphoric: bool) -> bool:
    if old.place and new.place and old.place.value.name != new.place.value.name:
        return False
    if not _times_agree(old.when, new.when):
        return False
    if _by_phone(old) != _by_phone(new) and (new.place or new.mediators or old.place):
        return False
    ids, others = {p.value.id for p in old.participants}, {p.value.id for p in new.participants}
    if anaphoric and len(others) < 2:
        return True
    if _closed(old) != _closed(new):
        return False
    return (
        bool(others)
        and (others <= ids or ids <= others)
        and (len(ids & others) > 1 or old.words == new.words or anaphoric)
    )


def _by_phone(claim: TalkClaim) -> bool:
    """A call is no round of talks, though the words for one may point back to the other."""
    return any(_PHONE.search(span.quote) for span in claim.words)


def _closed(claim: TalkClaim) -> bool:
    return claim.status.value in {"planned", "rejected"}


def _times_agree(old: Cited[When] | None, new: Cited[When] | None) -> bool:
    if old is None or new is None or old.derivation or new.derivation:
        return True
    if old.value.start is None or new.value.start is None:
        return True
    return abs(old.value.start - new.value.start) <= _SLACK


def _join(old: TalkClaim, new: TalkClaim) -> TalkClaim:
    # A status read off the words wins over one that only the tense gives.
    status = new.status if old.status.derivation and not new.status.derivation else old.status
    return replace(
        old,
        words=old.words if new.words[0] in old.words else (*old.words, *new.words),
        status=status,
        participants=_union(old.participants, new.participants),
        mediators=_union(old.mediators, new.mediators),
        place=old.place or new.place,
        when=new.when if old.when is None or (old.when.derivation and new.when) else old.when,
        about=old.about or new.about,
    )


def _union(old: tuple[Cited[Party], ...], new: tuple[Cited[Party], ...]) -> tuple[Cited[Party], ...]:
    known = {p.value.id for p in old}
    return (*old, *(p for p in new if p.value.id not in known))
