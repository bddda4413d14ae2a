"""The commands about items."""
