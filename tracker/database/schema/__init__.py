"""The tables, as SQLAlchemy Core. Import this folder's `tables` for all of them at once."""
