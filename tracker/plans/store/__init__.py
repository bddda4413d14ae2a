"""All SQL of plans, breaks, forecasts and notes."""
