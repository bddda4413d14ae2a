"""Packets as documents, and documents laid out in each format. Nothing is decided here, and nothing is left out."""
