"""What undo and redo do to sessions and the timer, in words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tracker.database.command_log import LoggedChange, Row
from tracker.database.values import text_to_day
from tracker.journal.rules.days import say_span
from tracker.journal.rules.pieces import join_parts
from tracker.journal.rules.records import Session
from tracker.journal.rules.row_words import RowWords
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, quoted

if TYPE_CHECKING:  # only the undo of an import needs it
    from tracker.database.many_sessions import ManySessions

# More sessions than this are counted, not listed.
LISTED = 3


def session_effects(
    words: RowWords,
    changes: Sequence[LoggedChange],
    day: date,
    many_removed: "Sequence[ManySessions]",
    many_back: "Sequence[ManySessions]",
) -> Iterator[str]:
    """What became of sessions; their day, only where it is not `day`, the command's.

    Those of large imports count with them.
    """
    pairs = pair_stretches(words, changes)
    removed = [before for before, after in pairs if not after]
    back = [after for before, after in pairs if not before]
    if many_removed or len(removed) > LISTED:
        yield f"removed {_say_many(words, removed, many_removed)}"
    else:
        for stretch in removed:
            yield f"removed {say_stretch(words, stretch, except_on=day)}"
    if many_back or len(back) > LISTED:
        yield f"{_say_many(words, back, many_back)} are back"
    else:
        for stretch in back:
            yield f"{say_stretch(words, stretch)}, is back"
    changed = [
        (join_parts(before), join_parts(after))
        for before, after in pairs
        if before and after
    ]
    yield from _changed_effects(words, changed)


def pair_stretches(
    words: RowWords, changes: Sequence[LoggedChange]
) -> list[tuple[list[Session], list[Session]]]:
    """Each stretch of some changes: its parts before and its parts after."""
    pairs: dict[str, tuple[list[Session], list[Session]]] = {}
    for change in sorted(changes, key=lambda change: str(change.values["day"])):
        head = change.values.get("part_of") or change.values["uid"]
        pair = pairs.setdefault(head, ([], []))
        for row, parts in zip((change.before, change.after), pair, strict=True):
            if row:
                parts.append(_to_session(words, row))
    return list(pairs.values())


def say_stretch(
    words: RowWords, parts: Sequence[Session], except_on: date | None = None
) -> str:
    """`1h30m on ppo, Mon 2 Nov`; two days where it ran over midnight."""
    head = f"{say_amount(sum(part.seconds for part in parts))} on {parts[0].item}"
    days = sorted({part.day for part in parts})
    if days == [except_on]:
        return head
    return f"{head}, {' and '.join(words.day(day) for day in days)}"


def _say_many(
    words: RowWords,
    stretches: Sequence[Sequence[Session]],
    many: "Sequence[ManySessions]",
) -> str:
    sessions = [part for stretch in stretches for part in stretch]
    items = {session.item for session in sessions}
    items |= {words.find_name("item", item) for part in many for item in part.items}
    on = items.pop() if len(items) == 1 else count_noun(len(items), "item")
    seconds = sum(session.seconds for session in sessions)
    seconds += sum(part.seconds for part in many)
    count = len(stretches) + sum(part.number for part in many)
    return f"{count_noun(count, 'session')} on {on} ({say_hours(seconds)})"


def _changed_effects(
    words: RowWords, pairs: Sequence[tuple[Session, Session]]
) -> Iterator[str]:
    if len(pairs) <= LISTED:
        for before, after in pairs:
            yield _say_changed(words, before, after)
        return
    items = {after.item for _, after in pairs}
    again = f"on {items.pop()} again" if len(items) == 1 else "as they were"
    yield f"{count_noun(len(pairs), 'session')} are {again}"


def _say_changed(words: RowWords, before: Session, after: Session) -> str:
    """`1h30m on ppo, Wed 4 Nov, again (was 45m)`."""
    now = f"{say_amount(after.seconds)} on {after.item}, {words.day(after.day)}"
    was = [
        one
        for one, other in zip(
            _main_parts(words, before), _main_parts(words, after), strict=True
        )
        if one != other
    ]
    for one, other in zip(
        _other_parts(words, before), _other_parts(words, after), strict=True
    ):
        if one != other:
            now += f", {other}"
            was.append(one)
    return f"{now}, again (was {', '.join(was)})" if was else f"{now}, as before"


def _main_parts(words: RowWords, session: Session) -> tuple[str, ...]:
    """What is said of each session."""
    return (
        say_amount(session.seconds),
        f"on {session.item}",
        words.day(session.day),
    )


def _other_parts(words: RowWords, session: Session) -> tuple[str, ...]:
    """What is said only where it differs."""
    return (
        say_span(session, words.zone) or "no times",
        f"note {quoted(session.note)}" if session.note else "no note",
        " ".join(f"+{tag}" for tag in session.tags) or "no tags",
    )


def _to_session(words: RowWords, row: Row) -> Session:
    """A row of the log as its record."""
    return Session(
        uid=row["uid"],
        item=words.find_name("item", row["item_id"]),
        day=text_to_day(row["day"]),
        seconds=row["seconds"],
        started_at=row["started_at"],
        utc_offset=row["utc_offset"],
        note=row["note"],
        tags=tuple(row["tags"].split()),
        source=row["source"],
        logged_at=row["logged_at"],
        part_of=row.get("part_of"),
    )


def timer_effect(words: RowWords, change: LoggedChange) -> str:
    """`the timer on fastai runs again, since Fri 30 Oct 20:05`."""
    before, after = change.before, change.after
    if after is None:
        return f"removed the timer on {words.subject(change.values)}"
    item, since = words.subject(after), words.moment(after["started_at"])
    now = f"the timer on {item} runs again, since {since}"
    if before is None:
        return now
    was = f"that on {words.subject(before)}, since {words.moment(before['started_at'])}"
    return f"{now}, not {was}"
