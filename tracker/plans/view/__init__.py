"""What is meant and what came of it, as text and as JSON."""
