"""The commands that hand the record over: export, and what went out to funders."""
