"""What is meant and what came of it: this week, and the plan."""
