"""What a command to paste begins with, in the answers and errors of tracker."""

# `tracker undo`, `mkdir -p x`; behind it comes the rest of the command.
PROGRAM = r"(?:tracker|export|mkdir|mv|chmod|pip|rm) (?=\S)"
