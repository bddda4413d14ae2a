"""What is decided about items: pure."""
