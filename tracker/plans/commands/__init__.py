"""The commands about what is meant: this week, plans, breaks, forecasts, notes, and the guide's questions."""
