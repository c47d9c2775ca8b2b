"""Reviewed domain knowledge: TOML data files and their loaders."""
