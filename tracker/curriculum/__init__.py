"""What there is to study: items, what they ask for, choice groups, and how far one is."""
