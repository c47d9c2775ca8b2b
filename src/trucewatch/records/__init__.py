"""The nouns of the ledger: frozen, typed records that import nothing else of ours."""
