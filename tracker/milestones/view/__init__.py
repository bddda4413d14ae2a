"""Milestones and items as text and JSON."""
