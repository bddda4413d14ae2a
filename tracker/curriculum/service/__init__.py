"""Changes of items: stores and rules joined into one answer."""
