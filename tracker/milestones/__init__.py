"""Milestones: attempts, results, evidence, and their states."""
