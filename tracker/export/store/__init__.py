"""The SQL of export: applications that were sent."""
