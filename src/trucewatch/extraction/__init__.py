"""Step 3: from a reading to claims."""

from __future__ import annotations

from ..records.claim import Claim
from ..records.reading import Reading
from .control import control_claims
from .incidents import incident_claims
from .population import population_claims
from .positions import position_claims
from .relations import relation_claims
from .retractions import without_withdrawn
from .talks import talk_claims
from .tolls import toll_claims
from .truces import truce_claims


def claims_in(reading: Reading) -> tuple[Claim, ...]:
    """All claims of a reading, subject by subject, each with who says it, in what stance, and its words."""
    return (
        *truce_claims(reading),
        *without_withdrawn(reading, (*incident_claims(reading), *toll_claims(reading))),
        *control_claims(reading),
        *talk_claims(reading),
        *population_claims(reading),
        *position_claims(reading),
        *relation_claims(reading),
    )
