"""Facts for others: one packet, laid out in a chosen format. No sentence is made up."""
