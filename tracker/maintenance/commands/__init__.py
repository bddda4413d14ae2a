"""What is said and asked: one module for a few commands."""
