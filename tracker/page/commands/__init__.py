"""The command `page`."""
