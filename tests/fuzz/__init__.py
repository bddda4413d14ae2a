"""Fuzz: whatever is typed, or is in a file, a parser answers soon and by a sentence."""
