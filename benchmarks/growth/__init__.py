"""What one more article costs a ledger that is already large."""
