"""Plans, breaks, forecasts, notes, the guide's questions, and this week."""
