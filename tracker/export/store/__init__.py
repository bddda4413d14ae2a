"""Where the facts of an export are read: through the other folders' stores, and a few counts of its own."""
