"""One module a format: each reads a file into raw entries, and decides nothing about them."""
