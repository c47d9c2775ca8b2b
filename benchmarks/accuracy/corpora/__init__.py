"""The field's own corpora: one file a corpus, each saying how its records are answered and what its figures are held to."""
