"""Funders and applications as text and as JSON."""
