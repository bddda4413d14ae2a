"""Remarks on a merge: which settings and which timer it replaced."""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.journal.rules.records import Timer
from tracker.text.columns import quoted


class SingleRows(NamedTuple):
    """What a machine has only one of: each setting, and the running timer."""

    settings: Mapping[str, str]
    timer: Timer | None


def replaced_remarks(before: SingleRows, after: SingleRows) -> list[str]:
    """One sentence for each setting and timer that the merge replaced here."""
    remarks = [
        f"Setting {key} is now {quoted(after.settings[key])}, the later choice."
        f" It was {quoted(value)} here."
        for key, value in before.settings.items()
        if after.settings.get(key, value) != value
    ]
    old, new = before.timer, after.timer
    if old and new and new.uid != old.uid:
        remarks.append(
            f"The timer on {old.item} was replaced by the other machine's timer on"
            f" {new.item}. To log its time: tracker log {old.item} AMOUNT"
        )
    return remarks
