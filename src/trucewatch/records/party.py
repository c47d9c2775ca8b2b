"""Who acts and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    """Kinds of actor; the first eight follow ACLED's inter codes 1 to 8."""

    STATE_FORCES = "state_forces"
    REBEL_GROUP = "rebel_group"
    POLITICAL_MILITIA = "political_militia"
    IDENTITY_MILITIA = "identity_militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external_forces"
    GOVERNMENT = "government"
    COALITION = "coalition"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    MONITOR = "monitor"
    MEDIA = "media"
    PERSON = "person"
    LOCAL_AUTHORITY = "local_authority"
    WITNESS = "witness"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or source. ``umbrella`` marks words such as "rebels" that name no organisation.

    ``id`` is a reviewed identifier, or ``text:<folded name>`` where no reviewed row exists.
    ``unidentified`` marks words that leave the author of an act unknown ("gunmen", "men in uniform").
    ``private`` marks persons shown by role and place only. ``of`` is whom a person or organ speaks for.
    """

    id: str
    name: str
    kind: PartyKind
    country: str | None = None
    umbrella: bool = False
    private: bool = False
    role: str | None = None
    of: str | None = None
    unidentified: bool = False

    @property
    def shown(self) -> str:
        """The name; for a private person the role or kind."""
        if self.private and not self.umbrella:
            return self.role or _PRIVATE.get(self.kind, "a private person")
        return self.name


_PRIVATE = {PartyKind.WITNESS: "a witness", PartyKind.CIVILIANS: "a civilian", PartyKind.PERSON: "a private person"}
