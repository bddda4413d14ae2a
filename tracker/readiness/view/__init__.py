"""Readiness as text and as JSON."""
