"""Copies and versions of reports: which texts share one origin, and which report takes another back."""
