"""Remove what was said, by its id: a session, or any other line."""

from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from tracker.errors import Ambiguous, NotFound, Refused
from tracker.journal.rules.lines import PersonalLine, line_id
from tracker.journal.store.lines import find_lines, remove_line
from tracker.journal.store.session_ids import find_id
from tracker.text.columns import quoted

_OTHER_LISTS = (
    "\nOther ids are in the lists of note, recall, rate, applications and"
    " forecast --list."
)


def split_ids(
    db: Connection, typed_ids: Iterable[str], today: date
) -> tuple[list[str], list[PersonalLine]]:
    """The uids of the sessions among the ids typed, and the other lines.

    Raises NotFound for an id of nothing, Ambiguous for one of several things.
    """
    uids: list[str] = []
    lines: list[PersonalLine] = []
    for typed in typed_ids:
        found = _find(db, typed, today)
        if isinstance(found, str):
            uids.append(found)
        else:
            lines.append(found)
    return list(dict.fromkeys(uids)), list(dict.fromkeys(lines))


def _find(db: Connection, typed: str, today: date) -> str | PersonalLine:
    lines = find_lines(db, typed, today)
    try:
        session = find_id(db, typed)
    except NotFound as fault:
        if not lines:
            fault.hint += _OTHER_LISTS
            raise
        session = ""
    if session and not lines:
        return session
    if len(lines) == 1 and not session:
        return lines[0]
    ids = [*([session] if session else []), *(line.uid for line in lines)]
    raise Ambiguous(
        f"More than one thing has the id {quoted(typed)}.",
        "Type more of the id.",
        ids,
        typed=typed,
        instead=ids,
    )


def find_session(db: Connection, typed: str, today: date) -> str:
    """The uid of the one session whose id begins with `typed`, or of the `last` one.

    Raises NotFound or Ambiguous, and Refused for the id of anything else.
    """
    found = _find(db, typed, today)
    if isinstance(found, str):
        return found
    short = line_id(found.uid)
    again = f"\nThen say it again, put right:\n  {found.again}" if found.again else ""
    raise Refused(
        f"{short} is no session: it is {found.what}.",
        f"Remove it first: tracker rm {short}{again}",
    )


def remove_lines(
    db: Connection, lines: Iterable[PersonalLine], today: date, now_utc: int
) -> None:
    """Remove the lines. Raises Refused for an item that other rows are about."""
    for line in lines:
        remove_line(db, line, today, now_utc)
