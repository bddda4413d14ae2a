"""Sessions, the timer, totals and hours from memory: the everyday commands."""
