"""Plans as they were said, and saying more of them."""

from datetime import date

from sqlalchemy import Connection, Table, func, insert, select

from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import milestone
from tracker.database.schema.plans import plan
from tracker.database.values import day_to_text, new_uid, text_to_day
from tracker.plans.rules.plans import Plan, reasoned

_PLANS = (
    select(
        func.coalesce(item.c.slug, milestone.c.slug).label("subject"),
        func.coalesce(item.c.title, milestone.c.title).label("title"),
        plan.c.due,
        plan.c.because,
        plan.c.day,
    )
    .outerjoin(item, item.c.id == plan.c.item_id)
    .outerjoin(milestone, milestone.c.id == plan.c.milestone_id)
    .order_by(plan.c.said_at, plan.c.id)
)


def read_plans(db: Connection) -> list[Plan]:
    """All that was ever said of plans, oldest first; a reason given afterwards stands with what it is for."""
    return reasoned(
        [
            Plan(
                subject,
                title,
                text_to_day(due) if due else None,
                because,
                text_to_day(day),
            )
            for subject, title, due, because, day in db.execute(_PLANS)
        ]
    )


def save_plan(
    db: Connection, slug: str, due: date | None, because: str, today: date, now: int
) -> None:
    """Keep what is said of a plan: it is due on that day now, or with None withdrawn; said again, the reason of that.

    `now` is UTC seconds.
    """
    said = {
        "due": day_to_text(due) if due else None,
        "because": because,
        "day": day_to_text(today),
        "said_at": now,
    }
    db.execute(
        insert(plan).values(
            uid=new_uid(), edited_at=now, **subject_columns(db, slug), **said
        )
    )


def subject_columns(db: Connection, slug: str) -> dict[str, int | None]:
    """The columns by which a row is of the item or milestone of that slug."""
    return {
        "item_id": _number(db, item, slug),
        "milestone_id": _number(db, milestone, slug),
    }


def _number(db: Connection, table: Table, slug: str) -> int | None:
    number: int | None = db.scalar(select(table.c.id).where(table.c.slug == slug))
    return number
