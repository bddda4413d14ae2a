"""The journal's answers, as text and as JSON."""
