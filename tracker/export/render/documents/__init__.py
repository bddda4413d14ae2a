"""Which blocks each kind of document is made of, and in which order: artefacts first, hours after them."""
