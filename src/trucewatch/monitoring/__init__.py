"""Step 5: the ledger put to use: terms, states, breaches, the board, tallies, the daily report."""

from .breaches import BREACHES, find_breaches
from .states import state_of
from .terms import term_of

__all__ = ["BREACHES", "find_breaches", "state_of", "term_of"]
