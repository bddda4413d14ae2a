"""All SQL of the journal: the only writer of sessions and the timer, and the only place where hours are summed."""
