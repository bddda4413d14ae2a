"""Save the state and progress of items, and the items that the person adds."""

from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection
from typing import Any

from tracker.curriculum.rules.items import Item, OwnItem
from tracker.database.rows import find_id, insert_row, remove_rows, save_row
from tracker.database.values import day_to_text, stamp

LAST = "select coalesce(max(position), 0) from item"


def set_state(
    db: Connection, changed: Item, state: str | None, day: date, now_utc: int
) -> None:
    """Record that an item is `done`, `skipped`, `dropped` or none of these since `day`.

    Its progress stays, and so does the day where the state is as before. `now_utc` is
    UTC seconds, here and below.
    """
    item_id = find_id(db, "item", changed.slug)
    if state is None and changed.part is None:
        remove_rows(db, "item_state", "item_id = ?", [item_id], now_utc)
        return
    values = {
        "state": state,
        "part": changed.part,
        "whole": changed.whole,
    }
    dated = {"day": day_to_text(day)}
    save_row(db, "item_state", {"item_id": item_id}, values, now_utc, dated=dated)


def set_progress(
    db: Connection, changed: Item, part: int, whole: int, today: date, now_utc: int
) -> None:
    """Record progress, `part` of `whole`; an item that has a state is reopened."""
    values = {"state": None, "part": part, "whole": whole}
    key = {"item_id": find_id(db, "item", changed.slug)}
    save_row(db, "item_state", key, values, now_utc, dated={"day": day_to_text(today)})


def add_item(db: Connection, own_item: OwnItem, now_utc: int) -> int:
    """Add an own item after all others, with its other names and what it requires.

    Return its number.
    """
    (last,) = db.execute(LAST).fetchone()
    fixed = {"origin": "own", "position": last + 1, "adopted": 0, "retired": 0}
    insert_row(db, "item", {**stamp(now_utc), **fixed, **_columns(db, own_item)})
    add_names(db, own_item.slug, own_item.aka, now_utc)
    item_id = find_id(db, "item", own_item.slug)
    for required in own_item.requires:
        link = {"item_id": item_id, "requires_id": find_id(db, "item", required)}
        insert_row(db, "item_requires", {**stamp(now_utc), **link})
    return item_id


def add_names(db: Connection, slug: str, names: Iterable[str], now_utc: int) -> None:
    """Give an item other names."""
    item_id = find_id(db, "item", slug)
    for name in names:
        row = {"item_id": item_id, "name": name}
        insert_row(db, "item_aka", {**stamp(now_utc), **row})


def remove_name(db: Connection, name: str, now_utc: int) -> None:
    """Remove a name that is no slug."""
    remove_rows(db, "item_aka", "name = ?", [name], now_utc)


def change_item(db: Connection, slug: str, own_item: OwnItem, now_utc: int) -> None:
    """Change an own item to `own_item`, except its other names and what it requires.

    Where the slug changes, the old one becomes another name.
    """
    save_row(
        db, "item", {"id": find_id(db, "item", slug)}, _columns(db, own_item), now_utc
    )
    if own_item.slug != slug:
        remove_name(db, own_item.slug, now_utc)
        add_names(db, own_item.slug, [slug], now_utc)


def _columns(db: Connection, own_item: OwnItem) -> dict[str, Any]:
    low, likely, high = own_item.hours or (None, None, None)
    return {
        "slug": own_item.slug,
        "title": own_item.title,
        "kind": own_item.kind,
        "url": own_item.url,
        "track_id": find_id(db, "track", own_item.track),
        "low": low,
        "likely": likely,
        "high": high,
        "hours_from": "own" if own_item.hours else None,
    }
