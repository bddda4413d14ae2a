"""The commands about milestones, and those that take an item or a milestone."""
