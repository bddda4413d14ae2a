"""Other logs and other machines: formats are read, one pipeline settles what they say, the journal keeps it."""
