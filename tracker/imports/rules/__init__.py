"""What an import and a merge decide, from facts alone."""
