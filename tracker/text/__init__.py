"""How people write and read things: text only, no input or output, no database, no clock."""
