"""Copies of wire texts, found again among all the others."""
