"""The blocks of each kind of document, in order: evidence first, hours after it."""
