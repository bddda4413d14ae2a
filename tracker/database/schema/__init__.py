"""The tables, as SQLAlchemy Core; the module `tables` has all of them."""
