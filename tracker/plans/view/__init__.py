"""Plans, breaks, forecasts, notes and the week, as text and as JSON."""
