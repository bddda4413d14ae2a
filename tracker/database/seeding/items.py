"""Tracks, choice groups, items with their short names, skills and prerequisites."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from tracker.database.catalogue.records import Catalogue, ItemEntry
from tracker.database.schema.curriculum import (
    choice_group,
    item,
    item_aka,
    item_requires,
    item_skill,
    track,
)
from tracker.database.seeding.rows import Row, lines, put, seconds

Ids = Mapping[str, int]


def sync_items(
    db: Connection, seed: Catalogue, milestones: Ids, skills: Ids
) -> tuple[dict[str, int], dict[str, int]]:
    """Sync all of the curriculum; return the numbers of items and of groups by slug."""
    places = enumerate(seed.tracks)
    tracks = put(
        db,
        track,
        [
            {
                "slug": t.slug,
                "title": t.title,
                "purpose": t.purpose,
                "position": n,
                **lines(t.line),
            }
            for n, t in places
        ],
    )
    groups = put(
        db,
        choice_group,
        [
            {
                "slug": g.slug,
                "title": g.title,
                "track_id": tracks[g.track],
                "choose": g.choose,
                "note": g.note,
                **lines(g.line),
            }
            for g in seed.groups
        ],
    )
    own = set(db.scalars(select(item.c.slug).where(item.c.origin == "own")))
    shipped = [i for i in seed.items if i.slug not in own]
    rows = [_row(i, n, tracks, groups, milestones) for n, i in enumerate(shipped)]
    ids = put(db, item, rows)
    _set_aside(db, {i.slug for i in seed.items}, {i.slug for i in shipped})
    _sync_names(db, shipped, ids)
    _sync_requires(db, shipped, ids)
    _sync_skills(db, shipped, ids, skills)
    return ids, groups


def _row(i: ItemEntry, position: int, tracks: Ids, groups: Ids, milestones: Ids) -> Row:
    low, likely, high = (seconds(hours) for hours in i.hours)
    return {
        "uid": f"seed:{i.slug}", "edited_at": 0, "slug": i.slug, "title": i.title, "author": i.by, "year": i.year,
        "kind": i.kind, "track_id": tracks[i.track], "group_id": groups[i.group] if i.group else None,
        "after_id": milestones[i.after] if i.after else None, "low": low, "likely": likely, "high": high,
        "hours_from": i.hours_from, "url": i.url, "origin": i.origin, "status": i.status, "as_of": i.as_of,
        "note": i.note, "fills_line": i.fills_line[0] if i.fills_line else None, "position": position,
        "adopted": 0, "retired": 0, **lines(i.line),
    }  # fmt: skip


def _set_aside(db: Connection, named: set[str], shipped: set[str]) -> None:
    """Retire what is shipped no more, and mark as adopted what the person had before it was shipped."""
    gone = item.c.origin != "own", item.c.slug.not_in(shipped), item.c.retired == 0
    db.execute(update(item).where(*gone).values(retired=1))
    db.execute(
        update(item)
        .where(item.c.origin == "own", item.c.slug.in_(named), item.c.adopted == 0)
        .values(adopted=1)
    )


def _sync_names(db: Connection, shipped: list[ItemEntry], ids: Ids) -> None:
    """Short names of shipped items; one that is a slug already means that."""
    rows = [
        {"uid": f"seed:{name}", "edited_at": 0, "item_id": ids[i.slug], "name": name}
        for i in shipped
        for name in i.aka
        if name not in ids
    ]
    _put_shipped(db, item_aka, rows, ["name"])


def _sync_requires(db: Connection, shipped: list[ItemEntry], ids: Ids) -> None:
    rows = [
        {
            "uid": f"seed:{i.slug}>{r}",
            "edited_at": 0,
            "item_id": ids[i.slug],
            "requires_id": ids[r],
        }
        for i in shipped
        for r in i.requires
    ]
    _put_shipped(db, item_requires, rows, ["item_id", "requires_id"])


def _sync_skills(
    db: Connection, shipped: list[ItemEntry], ids: Ids, skills: Ids
) -> None:
    rows = [
        {
            "uid": f"seed:{i.slug}*{s}",
            "edited_at": 0,
            "item_id": ids[i.slug],
            "skill_id": skills[s],
        }
        for i in shipped
        for s in i.skills
    ]
    _put_shipped(db, item_skill, rows, ["item_id", "skill_id"])


def _put_shipped(
    db: Connection, table: Table, rows: Sequence[Row], key: Sequence[str]
) -> None:
    """Make `rows` all that the seed says in `table`; what the person says there stays, and wins where `key` is one.

    Rows that are right already are left alone: they keep the numbers by which undo knows those of the person's.
    """
    ours = table.c.uid.startswith("seed:")
    columns = [
        table.c[name] for name in dict.fromkeys(("uid", "edited_at", "item_id", *key))
    ]
    present = {
        row["uid"]: dict(row)
        for row in db.execute(select(*columns).where(ours)).mappings()
    }
    theirs = {
        tuple(row)
        for row in db.execute(select(*(table.c[name] for name in key)).where(~ours))
    }
    wanted = {
        row["uid"]: dict(row)
        for row in rows
        if tuple(row[name] for name in key) not in theirs
    }
    if gone := [uid for uid, row in present.items() if wanted.get(uid) != row]:
        db.execute(delete(table).where(table.c.uid.in_(gone)))
    if new := [row for uid, row in wanted.items() if present.get(uid) != row]:
        db.execute(insert(table), new)
