"""Care of the database: backups, doctor, settings, completion, own items, a demo."""
