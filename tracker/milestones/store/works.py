"""Save what exports say of a piece of work; `now_utc` is UTC seconds throughout."""

from collections.abc import Mapping
from sqlite3 import Connection

from tracker.database.rows import find_id, remove_rows, save_row

# The row of `work` for a row of `result`: by its item, or by its milestone without one.
OF_RESULT = """(work.item_id = result.item_id
    or result.item_id is null and work.milestone_id = result.milestone_id)"""
_FORGOTTEN = f"not exists (select 1 from result where {OF_RESULT})"
_OF_ITEM = "select 1 from work where item_id = ?"
_MOVE = """update work set item_id = :item, milestone_id = null, edited_at = :now
           where milestone_id = :milestone"""


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
    if db.execute(_OF_ITEM, [item_id]).fetchone() is None:
        moved = {"item": item_id, "milestone": milestone_id, "now": now_utc}
        db.execute(_MOVE, moved)
    else:
        remove_rows(db, "work", "milestone_id = ?", [milestone_id], now_utc)


def forget_words(db: Connection, now_utc: int) -> None:
    """Remove the words on works that no longer have a result."""
    remove_rows(db, "work", _FORGOTTEN, [], now_utc)
