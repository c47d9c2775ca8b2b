"""Step 3: from a reading to claims."""

from __future__ import annotations

from ..records.claim import Claim
from ..records.reading import Reading
from .incidents import incident_claims
from .truces import truce_claims


def claims_in(reading: Reading) -> tuple[Claim, ...]:
    """The truce and incident claims of a reading, each with who says it, in what stance, and its words."""
    return (*truce_claims(reading), *incident_claims(reading))
