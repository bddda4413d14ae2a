"""Backups, settings, findings, folders of items and the demo, as text and as JSON."""
