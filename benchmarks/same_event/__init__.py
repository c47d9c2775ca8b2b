"""Labelled pairs of reports: same event or not."""
