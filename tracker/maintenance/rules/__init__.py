"""Which settings there are, what is a fault, which items of a folder are new."""
