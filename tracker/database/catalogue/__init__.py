"""Read and check a catalogue: `seed/`, or a person's own folder of TOML files."""
