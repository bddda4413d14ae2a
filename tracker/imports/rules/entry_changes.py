"""What a file says otherwise of entries that are here: told, or asked about."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from tracker.database.values import text_to_day
from tracker.imports.rules.entries import Part, ReadySession, Skipped
from tracker.imports.rules.stored_entries import StoredEntry
from tracker.imports.rules.tags import tags_column
from tracker.system import join
from tracker.text.amounts import say_amount
from tracker.text.columns import quoted
from tracker.text.days import say_day

CORRECTED, KEPT, OLDER = CHANGES = ("corrected", "kept", "older")
_REASONS = {
    KEPT: "It changed in both: what is here stays",
    OLDER: "A later import said otherwise: what is here stays",
}
_ARROW, _BOTH = "{} -> {}", "{} here, {} in the file"


class EntryChange(NamedTuple):
    """An entry that the file says otherwise, and what came of it.

    `what` is `corrected`, `kept` or `older`. `answers` are sentences with the command
    that takes over what the file says.
    """

    line: int
    what: str
    text: str
    answers: tuple[str, ...] = ()


def corrected(
    stored: StoredEntry, entry: ReadySession, today: date, *, was_edited: bool
) -> EntryChange:
    """The change of an entry to what the file says: `ppo on Mon 2 Nov, 1h -> 2h`.

    `was_edited` where the person had edited it, before it changed in its log.
    """
    text = _compared(stored, entry, today, _ARROW)
    if was_edited:
        text += ". It changed in the log after your edit"
    return EntryChange(entry.line, CORRECTED, text)


def left(
    stored: StoredEntry, entry: ReadySession, today: date, what: str, short_ids: str
) -> EntryChange:
    """An entry that stays as it is here, and the command that changes it.

    `short_ids` are those of its sessions, with blanks between.
    """
    text = f"{_compared(stored, entry, today, _BOTH)}. {_REASONS[what]}"
    command = _edit(stored, entry, short_ids)
    if not _is_simple(stored, entry):
        command = f"tracker rm {short_ids} && {_log(stored.first.item, entry)}"
    return EntryChange(entry.line, what, text, (f"To change it: {command}",))


def question(
    stored: StoredEntry, entry: ReadySession, today: date, short_ids: str
) -> Skipped:
    """An entry that may be a session here that has grown, or another one."""
    why = _compared(stored, entry, today, _BOTH)
    if stored.seconds != entry.seconds and not stored.is_edited:
        before, now = say_amount(stored.seconds), say_amount(entry.seconds)
        why = f"{_name(stored, entry, today)} was {before} when imported, now {now}"
    changed = f"If it changed: {_edit(stored, entry, short_ids)}"
    if not _is_simple(stored, entry):
        changed = f"If it changed, import again after this: tracker rm {short_ids}"
    another = f"If it is another session: {_log(stored.first.item, entry)}"
    return Skipped(entry.line, why, (changed, another))


def vanished_question(
    stored: StoredEntry, entry: ReadySession, today: date, short_ids: str, item: str
) -> Skipped:
    """An entry in the place of a session that its log does not name any more.

    `item` is the slug of the item that the entry would go to.
    """
    first = stored.first
    note = f", {quoted(first.note)}" if first.note else ""
    name = f"{say_amount(stored.seconds)} of {_name(stored, entry, today)}{note}"
    changed = f"If it was changed: {_edit(stored, entry, short_ids)}"
    if first.project != entry.project or not _is_simple(stored, entry):
        changed = f"If it was changed, import again after this: tracker rm {short_ids}"
    another = f"If it is another session: {_log(item, entry)}"
    why = f"{name} is not in the log any more"
    return Skipped(entry.line, why, (changed, another))


def _name(stored: StoredEntry, entry: ReadySession, today: date) -> str:
    """`ppo on Thu 9 Apr`, `ppo on Thu 9 Apr at 9:00`."""
    first = stored.first
    name = first.project or entry.project or first.item
    text = f"{name} on {say_day(text_to_day(first.day), today)}"
    if first.started_at is None:
        return text
    return f"{text} at {_clock(first.started_at, first.utc_offset)}"


def _compared(stored: StoredEntry, entry: ReadySession, today: date, form: str) -> str:
    """What is here and what the file says: `ppo on Mon 2 Nov, 1h30m -> 2h00m`.

    `form` puts two values together.
    """
    first, part = stored.first, entry.parts[0]
    pairs: list[tuple[str, str, str]] = [
        ("", _clock(first.started_at, first.utc_offset), _clock(*part[2:])),
        ("", say_amount(stored.seconds), say_amount(entry.seconds)),
        ("note ", quoted(first.note), quoted(entry.note)),
        ("tags ", first.tags.strip(), tags_column(entry.tags).strip()),
    ]
    if not entry.item:
        pairs.append(("project ", quoted(first.project), quoted(entry.project)))
    if first.day != part.day:
        before, now = (
            say_day(text_to_day(day), today) for day in (first.day, part.day)
        )
        pairs.insert(0, ("", before, now))
    changed = [
        label + form.format(before or "none", now or "none")
        for label, before, now in pairs
        if before != now
    ]
    return ", ".join([_name(stored, entry, today), *changed])


def _is_simple(stored: StoredEntry, entry: ReadySession) -> bool:
    """Whether `tracker edit` can make what is here what the file says.

    It changes the session of one day, and does not add or remove a start.
    """
    first, part = stored.first, entry.parts[0]
    has_same_kind = (first.started_at is None) == (part.started_at is None)
    return has_same_kind and not stored.later and len(entry.parts) == 1


def _edit(stored: StoredEntry, entry: ReadySession, short_id: str) -> str:
    """The command that makes the session here what the file says."""
    first, part = stored.first, entry.parts[0]
    is_moved = first.started_at != part.started_at
    words = ["tracker", "edit", short_id]
    if is_moved:
        words += ["--from", _moment(part)]
    elif first.day != part.day:
        words += ["--on", part.day]
    if is_moved or stored.seconds != entry.seconds:
        words += ["--amount", say_amount(entry.seconds)]
        words += ["--overlap"] if first.started_at is not None else []
    if first.note != entry.note:
        words += ["--note", entry.note]
    tags = tags_column(entry.tags)
    if first.tags != tags:
        words += ["--tag", tags.strip()]
    return join(words)


def _log(item: str, entry: ReadySession) -> str:
    """The command that logs the entry as a session of its own."""
    part = entry.parts[0]
    words = ["tracker", "log", item, say_amount(entry.seconds)]
    words += [f"+{tag}" for tag in tags_column(entry.tags).split()]
    if part.started_at is None:
        words += ["--on", part.day]
    else:
        words += ["--from", _moment(part), "--overlap"]
    if entry.note:
        words += ["--note", entry.note]
    return join(words)


def _moment(part: Part) -> str:
    """The start of a part with its zone: `2026-11-02T09:00+01:00`."""
    east = timezone(timedelta(seconds=part.utc_offset or 0))
    moment = datetime.fromtimestamp(part.started_at or 0, east)
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _clock(started_at: int | None, utc_offset: int | None) -> str:
    """The local time of a start: `9:00`; empty without one."""
    if started_at is None:
        return ""
    moment = datetime.fromtimestamp(started_at + (utc_offset or 0), UTC)
    seconds = f":{moment.second:02}" if moment.second else ""
    return f"{moment.hour}:{moment.minute:02}{seconds}"
