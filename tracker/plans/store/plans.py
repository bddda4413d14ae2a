"""Entries about plans."""

from datetime import date
from sqlite3 import Connection

from tracker.database.rows import insert_row, named_rows, save_row
from tracker.database.values import day_to_text, stamp, text_to_day
from tracker.plans.rules.plans import Plan, merge_reasons, without_private_reasons

PLANS = """select coalesce(item.slug, milestone.slug) as subject,
           coalesce(item.title, milestone.title) as title, due, because, day, private
           from plan left join item on item.id = item_id
           left join milestone on milestone.id = milestone_id
           order by said_at, plan.id"""
LATEST_FIRST = """select id, due, because from plan
                  where item_id is :item_id and milestone_id is :milestone_id
                  order by said_at desc, id desc"""
NUMBER = "select id from {} where slug = ?"


def read_plans(db: Connection, *, for_others: bool = False) -> list[Plan]:
    """All entries about plans, oldest first; a later reason is part of its entry.

    With `for_others` no private reason is read.
    """
    entries = [
        Plan(
            subject=row["subject"],
            title=row["title"],
            due=text_to_day(row["due"]) if row["due"] else None,
            because=row["because"],
            day=text_to_day(row["day"]),
            private=bool(row["private"]),
        )
        for row in named_rows(db, PLANS)
    ]
    if for_others:
        entries = without_private_reasons(entries)
    return merge_reasons(entries)


def save_plan(
    db: Connection,
    slug: str,
    due: date | None,
    *,
    because: str,
    day: date,
    now_utc: int,
    private: bool | None = None,
) -> None:
    """Save an entry made on `day`: the plan is now for `due`, or withdrawn (None).

    An entry with the same due day as the one before only adds its reason; one with the
    same reason too is not saved again. A `private` reason stays out of exports; None
    leaves one that is there as it is.
    """
    due_text = day_to_text(due) if due else None
    subject = subject_columns(db, slug)
    latest = db.execute(LATEST_FIRST, subject).fetchone()
    if latest and latest[1:] == (due_text, because):
        if private is not None:
            _set_private(db, latest[0], private=private, now_utc=now_utc)
        return
    columns = {
        "due": due_text,
        "because": because,
        "day": day_to_text(day),
        "said_at": now_utc,
        "private": int(bool(private)),
    }
    insert_row(db, "plan", {**stamp(now_utc), **subject, **columns})


def mark_reasons(db: Connection, slug: str, *, private: bool, now_utc: int) -> None:
    """Make all reasons of a plan private, or none."""
    entries = db.execute(LATEST_FIRST, subject_columns(db, slug)).fetchall()
    for number, _, because in entries:
        if because:
            _set_private(db, number, private=private, now_utc=now_utc)


def _set_private(db: Connection, number: int, *, private: bool, now_utc: int) -> None:
    save_row(db, "plan", {"id": number}, {"private": int(private)}, now_utc)


def subject_columns(db: Connection, slug: str) -> dict[str, int | None]:
    """The columns that link a row to the item or milestone of that slug."""
    return {f"{table}_id": _number(db, table, slug) for table in ("item", "milestone")}


def _number(db: Connection, table: str, slug: str) -> int | None:
    """The `id` of the row of that slug; None where there is none."""
    row = db.execute(NUMBER.format(table), [slug]).fetchone()
    return int(row[0]) if row else None
