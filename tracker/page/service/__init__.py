"""The facts of a page, read."""
