"""Remarks on a merge: which settings and timers it replaced or left out."""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.journal.rules.records import Timer
from tracker.text.columns import quoted


class SingleRows(NamedTuple):
    """What a machine has only one of: each setting, and the running timer."""

    settings: Mapping[str, str]
    timer: Timer | None


def replaced_remarks(before: SingleRows, after: SingleRows) -> list[str]:
    """One sentence for each setting and timer that the merge replaced here.

    And for a name or address that exports have from now on.
    """
    remarks = [
        f"Exports now carry the {name} {quoted(after.settings[key])}, which came with"
        " the merge."
        for key, name in (("name", "name"), ("email", "e-mail"))
        if key in after.settings and key not in before.settings
    ]
    remarks += [
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


def left_out_remarks(ours: SingleRows, theirs: SingleRows, now_utc: int) -> list[str]:
    """A sentence for each timer of both that starts after `now_utc`."""
    timers = filter(None, (ours.timer, theirs.timer))
    items = [timer.item for timer in timers if timer.started_at > now_utc]
    return [
        f"A timer on {item} starts in the future, and was left out."
        for item in dict.fromkeys(items)
    ]
