"""Items and milestones, whole and in lists, as text of 80 columns and as the keys of JSON."""
