"""The conditions of a choice of sessions: of item, days, track, tag and notes."""

import json
from collections.abc import Iterable
from sqlite3 import Connection

from tracker.database.values import day_to_text
from tracker.journal.rules.records import SessionFilter

CONDITIONS = {
    "item": "{0}.item_id = (select id from item where slug = :item)",
    "since": "{0}.day >= :since",
    "until": "{0}.day <= :until",
    "track": """{0}.item_id in (select item.id from item join track
                on track.id = item.track_id where track.slug = :track)""",
    "tag": "instr({0}.tags, :tag) > 0",
    "notes": "{0}.note in (select value from json_each(:notes))",
    "noted": "{0}.note <> ''",
}
# From the parts outward: they are few.
_LATER_PARTS = """indexed by session_parts
                  cross join session as first on first.uid = session.part_of
                  where session.part_of is not null
                  and first.item_id = session.item_id
                  and first.tags = session.tags and first.note = session.note"""
NOTES = "select distinct note from session where note <> ''"


def filter_values(db: Connection, chosen: SessionFilter) -> dict[str, str]:
    """What is chosen, as the statement's parameters: one for each condition."""
    values = {
        "item": chosen.item,
        "since": chosen.since and day_to_text(chosen.since),
        "until": chosen.until and day_to_text(chosen.until),
        "track": chosen.track,
        "tag": chosen.tag and f" {chosen.tag} ",
        "notes": chosen.search and json.dumps(_notes_with(db, chosen.search)),
    }
    return {name: value for name, value in values.items() if value}


def _notes_with(db: Connection, search: str) -> list[str]:
    """The notes that hold a text. SQLite takes the case of letters for ASCII only."""
    wanted = " ".join(search.casefold().split())
    notes = [note for (note,) in db.execute(NOTES)]
    return [note for note in notes if wanted in " ".join(note.casefold().split())]


def conditions(names: Iterable[str], table: str = "session") -> str:
    """The conditions of those names, joined, on a table or what stands for it."""
    return " and ".join(CONDITIONS[name] for name in names).format(table)


def where(names: Iterable[str]) -> str:
    """The conditions of those names as a clause; empty for none."""
    joined = conditions(names)
    return f"where {joined}" if joined else ""


def later_parts(names: Iterable[str]) -> str:
    """What follows `from session` for the later parts of stretches over a day's start.

    Only where the first part is chosen too.
    """
    chosen = [*names]
    both = [conditions(chosen), conditions(chosen, "first")] if chosen else []
    return " and ".join([_LATER_PARTS, *both])
