"""Reads the rows of a damaged file without SQLite, from the pages that are left."""
