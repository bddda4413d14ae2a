"""What is decided about readiness: pure."""
