"""Odd machines, homes, zones and streams, and what tracker does in each."""
