"""How people write and read things: text in and out, no files, database or clock."""
