"""A personal learning-plan tracker over SQLite."""

__version__ = "0.1.0"
