"""Files imported, projects moved and databases merged, each into one answer record."""
