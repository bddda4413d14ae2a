"""All SQL of milestones."""
