"""What the journal decides, from facts alone."""
