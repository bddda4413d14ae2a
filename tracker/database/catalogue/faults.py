"""What is wrong with a catalogue, as data and as lines to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

# What a rule says of an entry: the key (dotted where it is inside another) and the message.
Complaint = tuple[str, str]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong; `entry` and `key` are empty where a whole file or entry is meant."""

    file: str
    entry: str
    key: str
    message: str


def describe(faults: Iterable[Fault]) -> list[str]:
    """One line a fault, such as `items/coding.toml: item fastai: hours: must be [low, likely, high]`."""
    parts = ((fault.file, fault.entry, fault.key, fault.message) for fault in faults)
    return [": ".join(part for part in four if part) for four in parts]


def nearest(word: str, choices: Iterable[str]) -> str:
    """The end of a message that offers the likeliest of the choices, or nothing."""
    found = get_close_matches(word, list(choices), n=1)
    return f"; did you mean {found[0]!r}?" if found else ""
