"""Backups, the doctor, folders of items and the demo: rules and stores joined."""
