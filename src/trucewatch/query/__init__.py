"""What is asked of a ledger: one serialisable ``Query`` for every list, count and export."""
