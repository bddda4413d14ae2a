"""What one can show: milestones, attempts at them with their hours, results with their evidence."""
