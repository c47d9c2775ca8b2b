"""Pairs of reports of our own: how the ledger says that their main matters lie to one another, against the labels."""
