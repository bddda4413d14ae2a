"""import, move and merge."""
