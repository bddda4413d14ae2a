"""Where everything is kept: one SQLite file, its tables, its undo, its seed."""
