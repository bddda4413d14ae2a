"""What an export says, decided before anything is laid out: records and pure rules."""
