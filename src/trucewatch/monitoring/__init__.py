"""Step 5: the ledger put to use: terms, states, breaches, the board, tallies, the daily report."""

from .board import BoardRow, board
from .breaches import BREACHES, find_breaches
from .confirmed import decide
from .daily_report import DailyReport, daily_report
from .states import state_of
from .tallies import Tally, tallies
from .terms import term_of

__all__ = [
    "BREACHES",
    "BoardRow",
    "DailyReport",
    "Tally",
    "board",
    "daily_report",
    "decide",
    "find_breaches",
    "state_of",
    "tallies",
    "term_of",
]
