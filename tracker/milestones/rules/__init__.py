"""What is decided about milestones: pure."""
