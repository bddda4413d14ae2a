"""Entries about plans."""

from datetime import date
from sqlite3 import Connection

from sqlalchemy import Select, Table, func, insert, select

from tracker.database.bridge import core
from tracker.database.rows import save_row
from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import milestone
from tracker.database.schema.plans import plan
from tracker.database.values import day_to_text, stamp, text_to_day
from tracker.plans.rules.plans import Plan, merge_reasons, without_private_reasons

_PLANS = (
    select(
        func.coalesce(item.c.slug, milestone.c.slug).label("subject"),
        func.coalesce(item.c.title, milestone.c.title).label("title"),
        plan.c.due,
        plan.c.because,
        plan.c.day,
        plan.c.private,
    )
    .outerjoin(item, item.c.id == plan.c.item_id)
    .outerjoin(milestone, milestone.c.id == plan.c.milestone_id)
    .order_by(plan.c.said_at, plan.c.id)
)


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
        for row in core(db).execute(_PLANS).mappings()
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
    latest = core(db).execute(_latest_first(subject)).first()
    if latest and (latest.due, latest.because) == (due_text, because):
        if private is not None:
            _set_private(db, latest.id, private=private, now_utc=now_utc)
        return
    columns = {
        "due": due_text,
        "because": because,
        "day": day_to_text(day),
        "said_at": now_utc,
        "private": int(bool(private)),
    }
    core(db).execute(insert(plan).values(**stamp(now_utc), **subject, **columns))


def mark_reasons(db: Connection, slug: str, *, private: bool, now_utc: int) -> None:
    """Make all reasons of a plan private, or none."""
    for row in core(db).execute(_latest_first(subject_columns(db, slug))).all():
        if row.because:
            _set_private(db, row.id, private=private, now_utc=now_utc)


def _set_private(db: Connection, number: int, *, private: bool, now_utc: int) -> None:
    save_row(db, "plan", {"id": number}, {"private": int(private)}, now_utc)


def _latest_first(subject: dict[str, int | None]) -> Select[tuple[int, str, str]]:
    """The entries about a subject, the latest first."""
    same = [plan.c[name].is_not_distinct_from(subject[name]) for name in subject]
    entries = select(plan.c.id, plan.c.due, plan.c.because).where(*same)
    return entries.order_by(plan.c.said_at.desc(), plan.c.id.desc())


def subject_columns(db: Connection, slug: str) -> dict[str, int | None]:
    """The columns that link a row to the item or milestone of that slug."""
    return {
        "item_id": _number(db, item, slug),
        "milestone_id": _number(db, milestone, slug),
    }


def _number(db: Connection, table: Table, slug: str) -> int | None:
    """The `id` of the row of that slug; None where there is none."""
    number: int | None = core(db).scalar(select(table.c.id).where(table.c.slug == slug))
    return number
