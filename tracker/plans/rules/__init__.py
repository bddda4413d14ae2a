"""What is decided about what is meant and what comes of it: pure."""
