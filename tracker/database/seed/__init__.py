"""Sync the shipped seed into the database, when the hash of its files has changed."""
