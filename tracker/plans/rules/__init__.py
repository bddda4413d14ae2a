"""Plans, breaks, forecasts, notes and the week: pure rules and records."""
