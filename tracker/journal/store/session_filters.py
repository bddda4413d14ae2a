"""The conditions of a choice of sessions: of item, days, track, tag and notes."""

from collections.abc import Iterable
from sqlite3 import Connection

from tracker.database.values import day_to_text
from tracker.journal.rules.records import SessionFilter
from tracker.modules import load_module

CONDITIONS = {
    "item": "session.item_id = (select id from item where slug = :item)",
    "since": "session.day >= :since",
    "until": "session.day <= :until",
    "track": """session.item_id in (select item.id from item join track
                on track.id = item.track_id where track.slug = :track)""",
    "tag": "instr(session.tags, :tag) > 0",
    "notes": "session.note in (select value from json_each(:notes))",
    "noted": "session.note <> ''",
}
# From the parts outward: they are few. The first part has the same item, note and tags.
_LATER_PARTS = """indexed by session_parts where session.part_of is not null
                  and exists (select 1 from session as first
                              where first.uid = session.part_of)"""
NOTES = "select distinct note from session where note <> ''"


def filter_values(db: Connection, chosen: SessionFilter) -> dict[str, str]:
    """What is chosen, as the statement's parameters: one for each condition."""
    values = {
        "item": chosen.item,
        "since": chosen.since and day_to_text(chosen.since),
        "until": chosen.until and day_to_text(chosen.until),
        "track": chosen.track,
        "tag": chosen.tag and f" {chosen.tag} ",
        "notes": chosen.search and _notes_with(db, chosen.search),
    }
    return {name: value for name, value in values.items() if value}


def _notes_with(db: Connection, search: str) -> str:
    """The notes that hold a text, as a list in JSON.

    SQLite takes the case of letters for ASCII only.
    """
    wanted = " ".join(search.casefold().split())
    notes = [note for (note,) in db.execute(NOTES)]
    found = [note for note in notes if wanted in " ".join(note.casefold().split())]
    return str(load_module("json").dumps(found))  # few calls search


def conditions(names: Iterable[str]) -> str:
    """The conditions of those names, joined."""
    return " and ".join(CONDITIONS[name] for name in names)


def where(names: Iterable[str]) -> str:
    """The conditions of those names as a clause; empty for none."""
    joined = conditions(names)
    return f"where {joined}" if joined else ""


def later_parts(names: Iterable[str]) -> str:
    """What follows `from session` for those that are parts of others chosen.

    These are the later days of stretches over a day's start.
    """
    chosen = [CONDITIONS[name] for name in names]
    if "since" in names:
        chosen.append("session.day > :since")
    return " and ".join([_LATER_PARTS, *chosen])
