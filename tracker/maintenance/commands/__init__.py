"""The commands: backup, restore, doctor, config, completion, catalogue, demo."""
