"""All SQL of items."""
