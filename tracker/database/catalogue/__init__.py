"""The catalogue: what `seed/` and a person's own folder of TOML hold, read, checked, and kept out of the database."""
