"""A page as HTML and as JSON."""
