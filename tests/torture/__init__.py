"""The torture rig: every command killed, and its disk broken, at every call that writes."""
