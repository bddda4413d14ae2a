"""The facts of a page."""
