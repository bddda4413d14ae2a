"""The shells that tracker can tell what to complete, and the scripts that ask it."""

import os
from collections.abc import Callable, Iterable

from tracker.maintenance.rules.shell_lines import Line, to_bash
from tracker.maintenance.rules.value_kinds import FOLDER, PLAIN, Offer
from tracker.modules import load_module


def _tell_bash(offer: Offer, line: Line, text: str) -> Iterable[str]:
    """A line for the value, quoted as the line is; files are listed for bash.

    It inserts a line as it is, after the last of its separators, which the script sets.
    """
    values: Iterable[str] = [offer.value]
    if offer.kind != PLAIN:
        folders = load_module("tracker.maintenance.store.folder_entries")
        values = folders.list_entries(offer.value, only_folders=offer.kind == FOLDER)
    breaks = os.environ.get("_TRACKER_BREAKS", "")
    return [to_bash(value, line, text, breaks) for value in values]


def _tell_zsh(offer: Offer, line: Line, text: str) -> Iterable[str]:
    """A line with kind, value and what it is, and tabs between them."""
    return [f"{offer.kind}\t{offer.value}\t{offer.what}"]


def _tell_fish(offer: Offer, line: Line, text: str) -> Iterable[str]:
    """As for zsh; fish reads whole words, with the option before `=`."""
    is_plain = offer.kind == PLAIN
    value = f"{line.option}{offer.value}" if is_plain else offer.value
    return _tell_zsh(offer._replace(value=value), line, text)


# What each reads of an offer for the word that is completed, and of the text up to there.
SHELLS: dict[str, Callable[[Offer, Line, str], Iterable[str]]] = {
    "bash": _tell_bash,
    "zsh": _tell_zsh,
    "fish": _tell_fish,
}


def read_script(shell: str) -> str:
    """The script that completes tracker's commands in a shell."""
    folder = os.path.join(os.path.dirname(__file__), "shell_scripts")
    with open(os.path.join(folder, f"tracker.{shell}"), encoding="utf-8") as script:
        return script.read().rstrip()
