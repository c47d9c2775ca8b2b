"""Tables of the ledger for a terminal 100 columns wide, a file for each subject."""
