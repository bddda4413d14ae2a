"""A page for oneself: the year, the hours, and the road to the target role."""
