"""Rules about items: pure."""
