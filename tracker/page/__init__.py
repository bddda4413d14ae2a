"""One's own page: the year, the hours, readiness, the map of the road, forecasts."""
