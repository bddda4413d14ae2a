"""How readiness is said, as text and as data."""
