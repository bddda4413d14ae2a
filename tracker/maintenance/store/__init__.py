"""What is read and written: the state of the file, settings' choices, items of a folder."""
