"""Other logs and other machines: files imported, projects moved, databases merged."""
