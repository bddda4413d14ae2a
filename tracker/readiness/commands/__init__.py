"""The commands about roles, gaps and skills."""
