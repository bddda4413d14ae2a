"""Answers about backups, settings, the doctor, a folder of items and the demo: text and JSON."""
