"""Truce claims: what each sentence says of a truce. Mentions, terms, areas, sides: one file each."""

from __future__ import annotations

from .claims import truce_claims

__all__ = ["truce_claims"]
