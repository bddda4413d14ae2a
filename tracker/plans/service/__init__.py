"""Joins stores and rules into one answer."""
