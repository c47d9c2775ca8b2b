"""Incident claims: acts of violence told in a sentence, with who, whom, where, when, by what and with what harm."""

from .claims import incident_claims

__all__ = ["incident_claims"]
