"""Looking after the database: backups, a doctor, settings, completion, items of a folder of one's own, a demo."""
