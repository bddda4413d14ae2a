"""Sessions by the first letters of their id, and the shortest id that names one."""

from sqlite3 import Connection

from tracker.errors import Ambiguous, NotFound
from tracker.text.columns import quoted

SHORTEST = 4
LAST = "select uid from session order by id desc limit 1"
MATCHES = """select uid from session where uid >= :first and uid < :past
             order by uid limit 3"""
NEIGHBOURS = """select (select max(uid) from session where uid < :uid) as before,
                (select min(uid) from session where uid > :uid) as after"""
# Sorts after every id with the same beginning.
_LAST_LETTER = "\U0010ffff"
_HINT = "To see the ids: tracker sessions"


def find_id(db: Connection, typed: str) -> str:
    """The whole id of the one session whose id begins with `typed`.

    `typed` has 4 letters or more; `last` is the session written last. Raises NotFound
    for none and for fewer letters, Ambiguous for more than one.
    """
    prefix = typed.strip().casefold()
    if prefix == "last":
        return _last_id(db)
    if len(prefix) < SHORTEST:
        raise NotFound(
            f"{quoted(typed)} is too short for a session's id; type {SHORTEST} letters"
            " or more.",
            _HINT,
        )
    bounds = {"first": prefix, "past": f"{prefix}{_LAST_LETTER}"}
    uids = [str(uid) for (uid,) in db.execute(MATCHES, bounds)]
    if not uids:
        raise NotFound(f"There is no session {quoted(typed)}.", _HINT)
    if len(uids) > 1 and prefix not in uids:
        raise Ambiguous(
            f"More than one id begins with {quoted(typed)}.",
            "Type more of the id.",
            uids,
            typed=typed,
            instead=uids,
        )
    return uids[0]


def _last_id(db: Connection) -> str:
    row = db.execute(LAST).fetchone()
    if row is None:
        raise NotFound(
            "Nothing is logged yet, so there is no last session.",
            "To log one: tracker log fastai 1h30m",
        )
    return str(row[0])


def short_id(db: Connection, uid: str) -> str:
    """As many letters of an id as tell it from all others, 4 or more."""
    neighbours = db.execute(NEIGHBOURS, {"uid": uid}).fetchone()
    for length in range(SHORTEST, len(uid)):
        if not any(other and other.startswith(uid[:length]) for other in neighbours):
            return uid[:length]
    return uid
