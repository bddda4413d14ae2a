"""The formats of logs: each module reads files into entries and decides nothing."""
