"""Find and remove what the person said besides sessions, whatever its table.

Like completion, `rm` reads tables of other folders here, so that it stays as fast as
the other everyday commands.
"""

from collections.abc import Callable
from datetime import date
from sqlite3 import Connection, IntegrityError

from tracker.database.tombstones import add_tombstone
from tracker.errors import Refused
from tracker.journal.rules.lines import (
    PersonalLine,
    application_line,
    evidence_line,
    forecast_line,
    item_line,
    note_line,
    rating_line,
    recollection_line,
)

_NOTES = """select note.uid, note.day, text, changed, decision, private, prompt.slug
            from note left join prompt on prompt.id = note.prompt_id"""
_RECOLLECTIONS = """select recollection.uid, item.slug, seconds, since, until
                    from recollection join item on item.id = recollection.item_id"""
_RATINGS = """select rating.uid, skill.slug, level, rater,
              (select group_concat(kind || ':' || place, char(10)) from evidence
               where evidence.rating_id = rating.id)
              from rating join skill on skill.id = rating.skill_id"""
_EVIDENCE = """select evidence.uid, evidence.kind, place, milestone.slug, item.slug,
               skill.slug, rating.level, rating.rater
               from evidence left join result on result.id = evidence.result_id
               left join milestone on milestone.id = result.milestone_id
               left join item on item.id = result.item_id
               left join rating on rating.id = evidence.rating_id
               left join skill on skill.id = rating.skill_id"""
_APPLICATIONS = (
    "select application.uid, funder, day, asked, file, report from application"
)
_FORECASTS = """select forecast.uid, coalesce(item.slug, milestone.slug), forecast.day
                from forecast left join item on item.id = forecast.item_id
                left join milestone on milestone.id = forecast.milestone_id"""
_OWN_ITEMS = """select item.uid, item.slug, item.title, item.kind, track.slug
                from item join track on track.id = item.track_id"""
# By an id or its first letters. A forecast that was withdrawn can no longer be named.
_NAMED = "{0}.uid >= :first and {0}.uid < :past"
_READERS: dict[str, tuple[str, str, Callable[..., PersonalLine]]] = {
    "note": (_NOTES, _NAMED, note_line),
    "recollection": (_RECOLLECTIONS, _NAMED, recollection_line),
    "rating": (_RATINGS, _NAMED, rating_line),
    "evidence": (_EVIDENCE, _NAMED, evidence_line),
    "application": (_APPLICATIONS, _NAMED, application_line),
    "forecast": (_FORECASTS, f"{_NAMED} and withdrawn is null", forecast_line),
    "item": (_OWN_ITEMS, "{0}.slug = :first and origin = 'own'", item_line),
}
# What goes with a row: table, and its column.
_PARTS = {
    "rating": (("evidence", "rating_id"),),
    "item": (
        ("item_aka", "item_id"),
        ("item_requires", "item_id"),
        ("item_skill", "item_id"),
    ),
}
_WITHDRAW = """update forecast set withdrawn = :today, edited_at = :now
               where uid = :uid"""
# Sorts after every id with the same beginning.
_LAST_LETTER = "\U0010ffff"


def find_lines(db: Connection, typed: str, today: date) -> list[PersonalLine]:
    """The lines whose id begins with `typed`, and the own item of that name."""
    values = {"first": typed.casefold(), "past": f"{typed.casefold()}{_LAST_LETTER}"}
    lines = []
    for table, (statement, named, make_line) in _READERS.items():
        rows = db.execute(f"{statement} where {named.format(table)}", values)
        lines += [make_line(*row, today) for row in rows]
    return lines


def remove_line(db: Connection, line: PersonalLine, today: date, now_utc: int) -> None:
    """Remove a line with its parts; a forecast is marked as withdrawn `today`.

    `now_utc` is UTC seconds. Raises Refused for an item that other rows are about.
    """
    if line.table == "forecast":
        values = {"today": today.isoformat(), "now": now_utc, "uid": line.uid}
        db.execute(_WITHDRAW, values)
        return
    (number,) = db.execute(
        f"select id from {line.table} where uid = ?", [line.uid]
    ).fetchone()
    try:
        for table, column in _PARTS.get(line.table, ()):
            _remove(db, table, f"{column} = ?", number, now_utc)
        _remove(db, line.table, "id = ?", number, now_utc)
    except IntegrityError as fault:
        slug = line.what.removeprefix("the item ").partition(":")[0]
        raise Refused(
            f"{slug} cannot be removed: you logged or recorded something on it.",
            f"To take it off your lists: tracker drop {slug}",
        ) from fault


def _remove(
    db: Connection, table: str, condition: str, value: int, now_utc: int
) -> None:
    """Delete rows of a table; tombstones keep merging from bringing them back."""
    uids = db.execute(f"select uid from {table} where {condition}", [value]).fetchall()
    for (uid,) in uids:
        add_tombstone(db, uid, table, now_utc)
    db.execute(f"delete from {table} where {condition}", [value])
