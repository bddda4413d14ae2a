"""SQL of the doctor's checks, of settings that are names, and of a folder's items."""
