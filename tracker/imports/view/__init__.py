"""Imports, moves and merges as text and JSON."""
