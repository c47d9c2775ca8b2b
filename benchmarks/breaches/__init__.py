"""Outcomes of the seven tests on reports of our own: right records in, the outcome a monitor would enter out."""
