"""What a command to paste begins with, in the answers and errors of tracker."""

# `tracker undo`, `mkdir -p x`, `/venv/bin/python -m pip install x`; behind it comes the
# rest of the command.
_PIP = r"(?:'[^']+'|\"[^\"]+\"|\S+) -m pip"
PROGRAM = rf"(?:tracker|export|mkdir|mv|move|chmod|pipx|uv|rm|del|{_PIP}) (?=\S)"
