"""Trucewatch: a ceasefire monitor's ledger, read from reports with the words for every value."""

from .reading import read_article

__all__ = ["read_article"]
