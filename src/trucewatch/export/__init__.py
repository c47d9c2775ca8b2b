"""What leaves the ledger: words for values, the page, and the field's formats."""
