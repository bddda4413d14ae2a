"""The SQL of imports and merges; sessions themselves are written by the journal."""
