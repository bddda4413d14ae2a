"""Limits that are durations, in seconds; sentences are built from them."""

HOUR = 3600
TIMER_TRUSTED_FOR = 12 * HOUR  # after that, `stop` asks when the work ended
LONGEST_SESSION = 24 * HOUR
