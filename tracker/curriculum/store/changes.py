"""What the person says of items, and items of their own. `now` is UTC seconds."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from tracker.curriculum.rules.items import Item, OwnItem
from tracker.database.bridge import raw_connection
from tracker.database.schema.curriculum import (
    item,
    item_aka,
    item_requires,
    item_state,
    track,
)
from tracker.database.tombstones import add_tombstone
from tracker.database.values import day_to_text, stamp


def set_state(db: Connection, of: Item, state: str | None, day: date, now: int) -> None:
    """Keep that an item is `done`, `skipped` or `dropped` since `day`, or with None that it is none of these."""
    _keep(db, of.slug, state, of.part, of.whole, day, now)


def set_progress(
    db: Connection, of: Item, part: int, whole: int, today: date, now: int
) -> None:
    """Keep that so much of an item is done; one that was over is under way again."""
    _keep(db, of.slug, None, part, whole, today, now)


def add_item(db: Connection, new: OwnItem, now: int) -> None:
    """Add an item of the person's own, after all others, with its names and what it requires."""
    place = select(func.coalesce(func.max(item.c.position), 0) + 1).scalar_subquery()
    fixed = {"origin": "own", "position": place, "adopted": 0, "retired": 0}
    db.execute(insert(item).values(**stamp(now), **fixed, **_columns(new)))
    add_names(db, new.slug, new.aka, now)
    for other in new.requires:
        _require(db, new.slug, other, now)


def add_names(db: Connection, slug: str, names: Iterable[str], now: int) -> None:
    """Give an item other names."""
    for name in names:
        db.execute(
            insert(item_aka).values(**stamp(now), item_id=_number(db, slug), name=name)
        )


def rename_item(db: Connection, slug: str, new: OwnItem, now: int) -> None:
    """Say an item of the person's own anew, all but its other names and what it requires; its old slug means it too."""
    db.execute(
        update(item)
        .where(item.c.id == _number(db, slug))
        .values(**_columns(new), edited_at=now)
    )
    if new.slug == slug:
        return
    for uid in db.scalars(
        select(item_aka.c.uid).where(item_aka.c.name == new.slug)
    ).all():
        db.execute(delete(item_aka).where(item_aka.c.uid == uid))
        add_tombstone(raw_connection(db), uid, "item_aka", now)
    add_names(db, new.slug, [slug], now)


def _columns(new: OwnItem) -> dict[str, Any]:
    """What a person says of an item of their own."""
    low, likely, high = new.hours or (None, None, None)
    of = select(track.c.id).where(track.c.slug == new.track).scalar_subquery()
    told = {
        "slug": new.slug,
        "title": new.title,
        "kind": new.kind,
        "url": new.url,
        "track_id": of,
    }
    return {
        **told,
        "low": low,
        "likely": likely,
        "high": high,
        "hours_from": "own" if new.hours else None,
    }


def _keep(
    db: Connection,
    slug: str,
    state: str | None,
    part: int | None,
    whole: int | None,
    today: date,
    now: int,
) -> None:
    """Write what is said of an item; where nothing is left to say, its row goes."""
    mine = item_state.c.item_id == _number(db, slug)
    if state is None and part is None:
        for uid in db.scalars(select(item_state.c.uid).where(mine)).all():
            db.execute(delete(item_state).where(mine))
            add_tombstone(raw_connection(db), uid, "item_state", now)
        return
    said = {"state": state, "part": part, "whole": whole, "day": day_to_text(today)}
    if not db.execute(
        update(item_state).where(mine).values(**said, edited_at=now)
    ).rowcount:
        db.execute(
            insert(item_state).values(**stamp(now), item_id=_number(db, slug), **said)
        )


def _require(db: Connection, slug: str, other: str, now: int) -> None:
    link = {"item_id": _number(db, slug), "requires_id": _number(db, other)}
    db.execute(insert(item_requires).values(**stamp(now), **link))


def _number(db: Connection, slug: str) -> int:
    number: int = db.execute(select(item.c.id).where(item.c.slug == slug)).scalar_one()
    return number
