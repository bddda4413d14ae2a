"""What is wrong with a catalogue: as records, and as lines of text."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

# The key that is wrong, such as `hours` or `shown_by.basic`, and the message.
Complaint = tuple[str, str]
# The kind and slug of an entry, and what is wrong with it.
EntryComplaint = tuple[str, str, Complaint]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    `entry` is empty if it is a whole file, `key` if it is a whole entry.
    """

    file: str
    entry: str
    key: str
    message: str


def describe(faults: Iterable[Fault]) -> list[str]:
    """A line for each fault: `items/coding.toml: item fastai: hours: is missing`."""
    return [_describe(fault) for fault in faults]


def _describe(fault: Fault) -> str:
    parts = (fault.file, fault.entry, fault.key, fault.message)
    return ": ".join(filter(None, parts))


def suggest(typed: str, choices: Iterable[str]) -> str:
    """The end of a message: `; did you mean 'hours'?`, or nothing."""
    matches = get_close_matches(typed, list(choices), n=1)
    return f"; did you mean {matches[0]!r}?" if matches else ""
