"""Sessions by the beginning of their id, and the shortest beginning that says which."""

from sqlite3 import Connection

from tracker.errors import Ambiguous, NotFound
from tracker.text.columns import quoted

SHORTEST = 4
LAST = "select uid from session order by id desc limit 1"
MATCHES = (
    "select uid from session where uid >= :first and uid < :past order by uid limit 3"
)
NEIGHBOURS = """select (select max(uid) from session where uid < :uid) as before,
                (select min(uid) from session where uid > :uid) as after"""
_HINT = "tracker sessions shows the ids."


def find_id(db: Connection, typed: str) -> str:
    """The whole id of the one session whose id begins with `typed`, 4 letters or more; `last` is the one written last.

    Raises NotFound for none and for fewer letters, Ambiguous for more than one.
    """
    wanted = typed.strip().casefold()
    if wanted == "last":
        found = [uid for (uid,) in db.execute(LAST)]
        if not found:
            raise NotFound(
                "Nothing is logged yet, so there is no last session.",
                "tracker log fastai 1h30m logs one.",
            )
        return str(found[0])
    if len(wanted) < SHORTEST:
        raise NotFound(
            f"{quoted(typed)} is too short for a session's id.",
            f"Type 4 letters or more; {_HINT}",
        )
    found = [
        uid
        for (uid,) in db.execute(
            MATCHES, {"first": wanted, "past": f"{wanted}\U0010ffff"}
        )
    ]
    if not found:
        raise NotFound(f"There is no session {quoted(typed)}.", _HINT)
    if len(found) > 1 and wanted not in found:
        raise Ambiguous(
            f"{quoted(typed)} is the beginning of more than one id.",
            "Type a little more.",
            found,
        )
    return str(found[0])


def short_id(db: Connection, uid: str) -> str:
    """As much of an id as tells it from all others, 4 letters or more."""
    neighbours = db.execute(NEIGHBOURS, {"uid": uid}).fetchone()
    length = SHORTEST
    while any(other and other.startswith(uid[:length]) for other in neighbours):
        length += 1
    return uid[:length]
