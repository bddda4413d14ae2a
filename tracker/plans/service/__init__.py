"""Plans, forecasts and the week: rules and stores joined into one answer."""
