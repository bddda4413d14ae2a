"""Record progress with an item."""

from sqlite3 import Connection

from tracker.curriculum.rules.checks import check_progress
from tracker.curriculum.rules.items import ItemChange
from tracker.curriculum.store.changes import set_progress
from tracker.curriculum.store.items import read_item
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.store.items import choose_item


def record_progress(
    db: Connection, typed: str, progress: tuple[int, int], moment: LocalMoment
) -> ItemChange:
    """Record `progress`, parts done and parts in all, of the item that `typed` means.

    Raises NotFound or Ambiguous for the name, Refused for an item that never finishes.
    """
    choice = choose_item(db, typed, "progress is recorded for an item")
    before = read_item(db, choice.slug)
    check_progress(before)
    part, whole = progress
    set_progress(db, before, part, whole, moment.today, moment.now_utc)
    return ItemChange(typed, choice.how, before, read_item(db, before.slug))
