"""Entries about plans."""

from datetime import date

from sqlalchemy import Connection, Table, func, insert, select

from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import milestone
from tracker.database.schema.plans import plan
from tracker.database.values import day_to_text, stamp, text_to_day
from tracker.plans.rules.plans import Plan, merge_reasons

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


def read_plans(db: Connection) -> list[Plan]:
    """All entries about plans, oldest first; a later reason is part of its entry."""
    entries = [
        Plan(
            subject=row["subject"],
            title=row["title"],
            due=text_to_day(row["due"]) if row["due"] else None,
            because=row["because"],
            day=text_to_day(row["day"]),
            private=bool(row["private"]),
        )
        for row in db.execute(_PLANS).mappings()
    ]
    return merge_reasons(entries)


def save_plan(
    db: Connection,
    slug: str,
    due: date | None,
    *,
    because: str,
    day: date,
    now_utc: int,
) -> None:
    """Save an entry made on `day`: the plan is now for `due`, or withdrawn (None).

    An entry with the same due day as the one before only adds its reason; one with the
    same reason too is not saved again.
    """
    due_text = day_to_text(due) if due else None
    subject = subject_columns(db, slug)
    if _read_latest(db, subject) == (due_text, because):
        return
    columns = {
        "due": due_text,
        "because": because,
        "day": day_to_text(day),
        "said_at": now_utc,
        "private": 0,
    }
    db.execute(insert(plan).values(**stamp(now_utc), **subject, **columns))


def _read_latest(
    db: Connection, subject: dict[str, int | None]
) -> tuple[str | None, str] | None:
    """The day and the reason of the latest entry about a subject."""
    same = [plan.c[name].is_not_distinct_from(subject[name]) for name in subject]
    latest = select(plan.c.due, plan.c.because).where(*same)
    row = db.execute(latest.order_by(plan.c.said_at.desc(), plan.c.id.desc())).first()
    return (row.due, row.because) if row else None


def subject_columns(db: Connection, slug: str) -> dict[str, int | None]:
    """The columns that link a row to the item or milestone of that slug."""
    return {
        "item_id": _number(db, item, slug),
        "milestone_id": _number(db, milestone, slug),
    }


def _number(db: Connection, table: Table, slug: str) -> int | None:
    """The `id` of the row of that slug; None where there is none."""
    number: int | None = db.scalar(select(table.c.id).where(table.c.slug == slug))
    return number
