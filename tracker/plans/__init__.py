"""What is meant and what comes of it: this week, plans, breaks, forecasts, notes."""
