"""The commands: week, plan, break, forecast, note, ask."""
