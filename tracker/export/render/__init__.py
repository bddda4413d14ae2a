"""Facts as documents, and documents in each format. Nothing is decided or left out."""
