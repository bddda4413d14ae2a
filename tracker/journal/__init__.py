"""Sessions, the timer, totals, recollections: what is called many times a day, on the standard library's sqlite3."""
