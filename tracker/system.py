"""What one system does otherwise than another: only this module asks which one it is."""

import os
import shlex
import sys

WINDOWS = os.name == "nt"
MACOS = sys.platform == "darwin"


def quote(word: str) -> str:
    """`word` as one word for the shell of this system."""
    if not WINDOWS:
        return shlex.quote(word)
    # Double quotes mean the same to cmd.exe and to PowerShell; a path has none in it.
    is_plain = all(letter.isalnum() or letter in "_-+=:./\\" for letter in word)
    return word if word and is_plain else '"' + word.replace('"', '""') + '"'


def say_move(old: str, new: str) -> str:
    """The line for a shell that moves all of the folder `old` to `new`.

    `new` may be there. What both have is asked about; on Windows, `new` gets another name.
    """
    is_there = os.path.lexists(new)
    if WINDOWS:
        aside = f"move {quote(new)} {quote(f'{new}-before')} && "
        return f"{aside if is_there else ''}move {quote(old)} {quote(new)}"
    if is_there or os.path.islink(old):
        return f"mkdir -p {quote(new)} && mv -i {quote(old)}/* {quote(new)}/"
    return f"mkdir -p {quote(os.path.dirname(new))} && mv {quote(old)} {quote(new)}"
