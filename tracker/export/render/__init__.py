"""Packets laid out as Markdown, text, JSON and CSV. Nothing is decided here, and nothing is left out."""
