"""Items as text and JSON."""
