"""Save what exports say of a piece of work; `now_utc` is UTC seconds throughout."""

from collections.abc import Mapping
from sqlite3 import Connection

from sqlalchemy import ColumnElement, and_, or_, select, update

from tracker.database.bridge import core
from tracker.database.rows import find_id, remove_rows, save_row
from tracker.database.schema.milestones import result, work

# The row of `work` for a row of `result`: by its item, or by its milestone without one.
OF_RESULT = """(work.item_id = result.item_id
    or result.item_id is null and work.milestone_id = result.milestone_id)"""


def is_of_result() -> ColumnElement[bool]:
    """The row of `work` for a result: by its item, or by its milestone without one."""
    without_item = and_(
        result.c.item_id.is_(None), work.c.milestone_id == result.c.milestone_id
    )
    return or_(work.c.item_id == result.c.item_id, without_item)


def save_words(
    db: Connection,
    item_slug: str | None,
    milestone_slug: str,
    words: Mapping[str, str | int | None],
    now_utc: int,
) -> None:
    """Save the `title`, `summary` or `rank` of the work that results are about.

    It is that of an item, or of a milestone reached without one (None).
    """
    key = {
        "item_id": find_id(db, "item", item_slug) if item_slug else None,
        "milestone_id": None if item_slug else find_id(db, "milestone", milestone_slug),
    }
    save_row(db, "work", key, words, now_utc)


def pass_words_on(
    db: Connection, milestone_id: int, item_id: int, now_utc: int
) -> None:
    """Give the words on a milestone to the item that its result has now.

    Words on the item stay.
    """
    of_item = select(work.c.id).where(work.c.item_id == item_id)
    of_milestone = work.c.milestone_id == milestone_id
    if core(db).scalar(of_item) is None:
        moved = update(work).where(of_milestone)
        values = {"item_id": item_id, "milestone_id": None, "edited_at": now_utc}
        core(db).execute(moved.values(**values))
    else:
        remove_rows(db, "work", "milestone_id = ?", [milestone_id], now_utc)


def forget_words(db: Connection, now_utc: int) -> None:
    """Remove the words on works that no longer have a result."""
    has_none = f"not exists (select 1 from result where {OF_RESULT})"
    remove_rows(db, "work", has_none, [], now_utc)
