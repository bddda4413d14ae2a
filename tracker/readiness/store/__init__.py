"""What is read and written of roles, skills and ratings."""
