"""Facts for others: one packet, laid out in the form that is asked for. No sentence is ever made up."""
