"""All SQL of the journal, with sqlite3 alone.

It is the only writer of sessions and the timer, and the only place that sums hours.
"""
